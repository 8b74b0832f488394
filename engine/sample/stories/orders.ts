/** Stories of the orders queue. */
export const ORDERS_STORIES = `
# where-is-it | Order status | neutral | anyone | voice chat
[open]
C: I ordered a phone on the $date and I've heard nothing since. Is it coming or not?
--
C: It's been preparing for {six|nine} days. How long does it take to prepare a phone?
--
C: I just want to know where my order is. The tracking page says label created, and it's said that since $weekday.
[body]
@ cause=left solved=yes
A: ~ It's been picked and packed, it left the depot last night.
C: Then why does the page not say so?
A: The courier's page is always a day behind.
--
@ cause=case
A: ~ There were two parts to the order and the case is out of stock, so it held the phone back.
C: For a case? A nine-dollar case?
A: I can split it, so the phone goes today.
C: {Please split it.|Yes, and forget the case.}
--
@ cause=unit
A: ~ The address has a unit number missing, so the courier asked for it by e-mail.
C: I thought that was spam! It said action required, I never click on that.
A: It's smart not to. What's the unit?
C: {Four C.|Twelve, but the bell says thirteen.}
--
@ solved=yes
A: ~ The label was printed twice, so it looks stuck, but the second one's moving.
C: So I've been watching the wrong parcel.
A: Like a twin.
[good]
@ end=day
A: You'll have it on $weekday, before noon, and they'll text you an hour before.
C: Lovely, I can cancel my lunch. No, the other way round.
--
@ end=van cause=left
A: It's on the van now. Stop {twenty-two|nineteen} of sixty.
C: Today! I'd better get dressed.
[bad]
A: The system has it as delayed without a date, so I can't promise you a day.
C: Not even a week?
A: It could be this one, it could be next.
[recap]
@ end=day cause=left,unit
it arrives on $weekday before noon, the text comes an hour before, and somebody has to sign for it.
--
@ end=day cause=case
the phone goes out today by itself, the case is cancelled, and you get the tracking link by e-mail.
--
@ end=van
it's on the van, you'll have it this afternoon, and somebody has to sign for it.
[recap bad]
there's no date yet, I've marked the order to be chased, and you can cancel it free of charge any time before it ships.

# next-door | Delivery missing | annoyed | anyone | voice chat
[open]
C: It says delivered, handed to resident. I'm the resident. I live alone. Nobody handed me anything.
--
C: The tracking has a photo of my parcel on a porch, and that's not my porch. Mine has a gnome.
--
C: I've asked all the neighbours. Well, all but one, because we don't talk.
[body]
A: ~ The driver's location was about fifty yards from your address. Is there a number next to yours?
C: There's a {twelve A|twelve and a half}. It's a granny flat.
A: And who lives there?
C: {A granny.|It's been empty since $month.}
--
A: ~ Do you see anything in the picture apart from the parcel?
C: There's a blue pot with a dead plant.
A: Does anybody have a blue pot?
C: The one I don't talk to has a blue pot.
--
A: ~ The signature on the scan just says M. Does that mean something to you?
C: Half the street is M. Mine would be an angry line.
[good]
@ end=found
C: One moment, I'm walking over. Hello? Yes. Did you, oh. Thank you. She's had it since $weekday!
A: Is it unopened?
C: It's unopened, and she wanted to know if I'm eating properly.
--
@ end=new
A: I'm sending a new one today, and the courier sorts out the first one with us.
C: I don't pay for two?
A: You don't pay for two.
[bad]
A: The courier has to investigate before I can send another, that's up to eight working days.
C: So I'm punished because he can't read a number.
[recap]
@ end=new
a replacement goes out today with a signature required, and if the first one turns up, you refuse it.
--
@ end=found
the parcel's found, so the case is closed, and I've put a note for the driver on the address.
[recap bad]
investigation $ref takes up to eight working days, and then it's a new phone or the money back, whichever you choose.

# empty-box | Delivery missing | annoyed | anyone | voice
[open]
C: I've opened the box and there's no phone in it. There's the charger, the leaflet and a space where a phone would be.
--
C: I bought a watch from you for my wife, and in the box there's a bar of soap. It's nice soap. But still.
[body]
A: ~ Was the seal broken when it arrived?
C: There was tape over the tape.
A: Do you still have the wrapping, with the label?
C: It's in the recycling, I can go and dig.
A: Please, and take a photo before anybody collects it.
--
A: ~ The weight at the depot was four hundred grams and at your door it was a hundred and ninety.
C: So somebody's got my two hundred grams.
A: Somewhere between $city and your house, yes.
[good]
A: That's clear enough for me. I'm sending a new one by courier, and blocking the serial number of the other.
C: So the thief has a brick?
A: A handsome brick.
[bad]
A: It has to go to loss prevention, and they want a statement from you first.
C: I feel like I'm the suspect.
A: It's the same form for everybody.
[recap]
a new one is on its way by $weekday, the missing one's blocked, and you keep the wrapping until the courier's collected it.
[recap bad]
you send the statement and the photos, loss prevention decides within ten days, and your first payment is paused.

# student-fibre | New order | neutral | polite terse chatty confused | voice chat
[open]
@ shared=yes
C: Hi, I'm moving into a shared house with three others and we need internet from the $date. What's the cheapest that isn't terrible?
--
C: I'd like to sign up. I've read your page, and there's essential, plus, ultra, and ultra plus, and I've got a headache.
--
@ shared=no
C: Do you do anything without a long contract? I'm only here until $month, for my thesis.
[body]
@ shared=yes
A: ~ How do you use it, all of you? Games, films, video calls?
C: One games, one streams, one's a cellist, and I'm never home.
A: Then plus is enough, unless the cellist uploads.
C: {She records everything.|I don't think the cello has wifi.}
--
A: ~ What's the address? I'll see what's in the wall.
C: It's $address.
A: There's fibre up to the door, so no drilling. It could be live in five days.
--
A: ~ There's a nine-month one for students. You need a college e-mail.
C: I've got that. Is it more expensive?
A: It's a few dollars more a month, but it stops by itself.
[good]
@ shared=yes
A: So that's plus at $small a month, nine months, and the router's included.
C: And if one of us leaves?
A: It's in your name, so, choose your friends well.
C: Ha. Okay, let's do it.
--
A: I can book the activation for the $date, between twelve and four.
C: I'll be the one with the boxes.
[bad]
A: At that address there's a previous contract still open, so it blocks the order until they close it.
C: I don't even know who they were.
A: I've sent them a request. It takes up to two weeks.
[recap]
plus for nine months at $small, live on the $date, router by post, and the first bill comes a month later.
[recap bad]
the order waits for the old contract to close, I expect two weeks, and your price is held until then.

# upgrade-date | Upgrade | neutral | anyone | voice chat
[open]
@ thumb=yes
C: Am I due an upgrade? My screen looks like a spider's web and I've got glass in my thumb.
--
@ thumb=no
C: The shop told me I'm eligible in $month, the app says $weekday, and your text says now. Which is it?
--
@ thumb=no
C: My phone's {three|four} years old and it takes a nap at noon. What can I get without paying more?
[body]
A: ~ You're eligible from the $date. I can bring it forward if you pay the rest of the old one.
C: How much is the rest?
A: $small.
C: I spent more on dinner. Go on.
--
A: ~ What matters most, the camera, the battery or the size?
C: That it fits in my apron. I'm a florist.
A: Then not the big one. There's a smaller one that can get wet, too.
C: {Wet is good. I'm always wet.|Does it come in green?}
--
@ thumb=yes
A: ~ Do you want to trade in the old one?
C: Would you want it?
A: With a cracked screen it's about $tiny2.
C: I'll keep it for the kids to throw.
--
A: ~ There are two that I'd call a good deal this month, and one that just looks like one.
C: Which one looks like one?
A: The one on the poster.
C: I was about to ask for the one on the poster.
--
A: ~ How full is the one you've got? It's under storage.
C: It says ninety-nine percent, and it's all videos of the dog.
A: Then at least twice the size.
C: He's a very good dog.
[good]
A: It's ordered, in {graphite|sage|midnight}. You keep your number and your plan.
C: And my photos?
A: There's an app for that, it takes about an hour. Put them side by side.
--
@ thumb=yes
A: I can do the same monthly price for twenty-four months, no deposit.
C: Sold. My thumb thanks you.
--
A: It's ordered with the small one, and you pay what you pay now.
C: No more naps at noon.
[bad]
A: It declines the credit check for that model, so I can only offer a SIM-only plan.
C: Declined? I've never missed a payment.
A: It doesn't give me the reason. You can ask for it in writing.
[recap]
the new phone comes on $weekday, same number, same price, and the old one stays with you.
[recap bad]
your plan stays as it is, the reason for the decline comes by letter, and you can try again in thirty days.

# wrong-colour | Upgrade | hassle | anyone | voice chat
[open]
@ what=colour
C: I ordered blue. It's purple. My wife says it's blue, but she's wrong as well.
--
@ what=size
C: I've been sent the small one instead of the big one, and I already gave the old phone to my mother.
[body]
@ what=colour
A: ~ On the order it says twilight.
C: What's twilight?
A: ~ Apparently it's purple.
C: {Who names these things?|I clicked on the blue picture!}
--
A: ~ Have you taken the film off the screen?
C: I peeled a corner. It was very tempting.
A: A corner's fine.
--
A: ~ The picking slip has two lines on it, and they've packed the line below.
C: So there's somebody out there with mine.
A: Somebody's looking at your phone and wondering.
--
A: ~ Is it switched on and set up already?
C: I put in my fingerprint. Does that mean we're married?
A: It can be undone, it's under general, at the bottom.
[good]
@ end=swap
A: I'll send the right one, and the courier takes the other from you at the door, so you're never without.
C: That's neat. Do I need the ribbon and everything?
A: Just the phone and the box.
--
@ end=keep what=colour
A: Keep it, with forty dollars off, or I'll swap it. It's up to you.
C: Forty? She can call it whatever colour she likes. I'll keep it.
[bad]
A: That one's out of stock until $month. You can keep this, or send it back and wait.
C: With what phone?
A: That's the problem, yes.
[recap]
@ end=swap
swap at the door on $weekday, phone and box ready, and nothing changes on the bill.
--
@ end=keep
you keep the one you've got, forty dollars come off the next bill, and the return label expires by itself.
[recap bad]
you have fourteen days to send it back, the other model is due in $month, and I've put you on the list.

# moving-house | Moving home | neutral | anyone | voice chat
[open]
C: We're moving on the $date, from $street to {the other side of town|$city}, and I'd like to take the internet with us.
--
C: I've got eleven days until we move and I've remembered everything but you. What do you need?
--
C: I want to move house and I don't want two bills. My friend had two bills.
[body]
A: ~ What's the new address?
C: It's $address. It's a new building, the sat nav thinks it's a field.
A: ~ So does our system. Give me a second, I'll look for the plot number.
C: {Plot thirty-one.|It's in the deeds, hang on.}
--
A: ~ We can overlap them by three days, so you've got both while you carry boxes.
C: And is that two bills?
A: It's one bill, with one line.
--
@ solved=yes
A: ~ The new place only has copper, so it'd be slower than what you've got.
C: How much slower?
A: About a tenth.
C: My husband's going to want to move again.
[body ?35]
C: Do I take the box with me?
A: Take the box, leave the white thing on the wall.
C: The white thing's painted over. It's sort of magnolia now.
A: Leave the magnolia thing.
[good]
@ end=a
A: You're booked. It goes off at $street at midnight and on at the new one by nine the same day.
C: That's nine hours without. We'll have to talk to each other.
--
@ end=b
A: I've got an engineer for the $date, morning, and the price stays the same.
C: One thing off the list. Only the {piano|aquarium|mother-in-law} left.
[bad]
A: There's no service at the new address yet, so we'd have to close it, and there's a fee for the remaining months.
C: You can't deliver and I pay the fee?
A: That's how the clause reads, though you can challenge it.
[recap]
@ end=a
off at the old address on the $date at midnight, on at the new one by nine, and the box comes with you.
--
@ end=b
engineer on the $date in the morning, three days of overlap, one bill, same price.
[recap bad]
we don't serve the new address, the fee would be $amount, and I've sent you the form to challenge it.

# sim-not-working | SIM activation | hassle | anyone | voice chat
[open]
C: I put the new SIM in this morning and it says no service. Like it's in a desert.
--
C: It won't activate. I've typed the nineteen numbers three times. I'm starting to know them by heart.
--
C: Is there something wrong with your system? My old SIM's gone dead and the new one isn't alive.
[body]
@ cause=envelope
A: ~ Could you read me the last {six|five} digits of the card?
C: {Two, two, nine, zero, four, one.|Eight, eight, three, five, one.}
A: ~ That SIM belongs to a different order.
C: It came in an envelope with my name on it!
A: Then somebody put the wrong card in the envelope.
--
@ cause=restart
A: ~ Have you restarted it since?
C: Twice. And I blew on it.
A: ~ The blowing helps more than you'd think. I can see it registering now, and falling off again.
--
@ cause=size solved=no
A: ~ Is it a small one or the very small one?
C: There were three sizes in one. I snapped it.
A: Which one did you snap out?
C: {Ah. I've got a frame with a hole in it.|The middle one. Was it not the middle one?}
[good]
A: I've linked it by hand. Switch on airplane mode, count to ten, switch it off.
C: Eight, nine, ten. Bars! Three bars. And a text from you saying welcome.
[bad]
A: You need a new card, it'll take two days by post.
C: Two days with no phone. I've got an elderly father.
A: You could pick one up at the $city shop, but I can't reserve it.
[recap]
the SIM is linked to your number, data can take an hour, and the old card can go in the bin.
[recap bad]
a new SIM is in the post, two days, your number's safe, and calls go to your voicemail until then.
`
