/** Stories of the smaller kind, from every queue. The notation is described in `conversation/script.ts`. */
export const EVERYDAY_STORIES = `
# band-tour | Payment arrangement | strained | anyone | voice
[open]
@ why=date
C: I get paid twice a year, because I'm a {wedding photographer|fisherman|ski instructor}, and your bill comes every month.
--
@ why=date
C: Could I move the payment date? Payday's the twenty-fifth, you take it on the twentieth, and for five days a month I live on toast.
--
@ why=letter
C: I've had the collection letter and I paid it last week. There's a number at the bottom that says call immediately, so, I'm calling immediately.
[body]
@ why=date
A: ~ Let me see which dates I'm allowed to use. It's the first, the tenth, the eighteenth and the twenty-seventh.
C: The twenty-seventh. That's two days of butter.
A: It does make the first one a bit bigger, by about a week.
--
@ why=letter solved=yes
A: ~ Your payment crossed with our letter. The letter's automatic.
C: It has the word bailiff in it. My husband read it out loud at breakfast.
--
@ why=date
A: ~ What if we took it weekly? It comes to about $tiny2.
C: Small bites. I like that. It's how I eat an elephant.
--
A: ~ Is it only this bill, or the phone as well?
C: {All of it. I've got it all with you, out of laziness.|Just this one. The phone's my sister's.}
[good]
@ why=date
A: That's changed. Nothing's taken before the date we've said, and there's no mark anywhere.
C: That's a weight off. Truly.
--
@ why=letter
A: I've stopped the letters and taken the fee off. Nothing's owed.
C: Could I have that in writing? For breakfast.
[bad]
@ why=date
A: The date's locked until the open amount is cleared, so it'd be from next quarter.
C: So three more months of toast.
--
@ why=letter
A: It's with the agency already, so I can't call it back from here. You'd send them the receipt.
C: I paid you, not an agency.
[recap]
@ why=date
the new date starts next month, the first amount is a little higher, and there's no fee for the change.
--
@ why=letter
the account's at zero, the collection is stopped, and you get a letter that says so.
[recap bad]
the date can move from the next quarter, you'd have to ring again for that, and there's no fee until the $date.

# present-too-late | Order status | hassle | anyone | voice
[open]
C: I need to know if it's coming before {Saturday|the wedding|my son's birthday}. It's a tablet. He's counting sleeps.
--
C: I've ordered two phones for my parents, for their anniversary, and I fly there on $weekday with or without them.
--
C: You've e-mailed me that my order's been delayed by unforeseen. It doesn't say unforeseen what.
[body]
A: ~ It's in the $city depot and it isn't on a truck yet.
C: That's forty minutes from me. I could throw a stone.
A: ~ You could collect it, if I turn it round before two o'clock.
--
A: ~ There's one part missing, the engraving.
C: I forgot that I did that. It says from all of us, you old goat.
A: It'd be faster without.
C: {Take off the goat.|No, the goat's the whole point.}
[good]
A: It's held at the counter in $city, from eight tomorrow. Bring the e-mail and something with your picture.
C: I'll be there at half past seven in my slippers.
[bad]
A: I can't get at it while it's between two depots, so it's $weekday at the earliest.
C: I'll have to wrap a picture of it.
[recap]
you collect it tomorrow from eight, with the e-mail and an ID, and delivery's switched off for it.
[recap bad]
$weekday at the earliest, the delivery fee comes back, and the courier rings you an hour before.

# shop-said | New order | neutral | anyone | voice chat
[open]
@ what=free
C: The girl in the shop told me I'd get the router for nothing if I order by phone. So I'm ordering by phone.
--
@ what=bundle
C: I'd like the bundle with the phone and the fibre, but without the television. I don't have a television. I've got a fish tank.
--
@ what=line
C: My landlord says there's a line in the house and my neighbour says there isn't. Can you settle it?
[body]
@ what=free solved=yes
A: ~ The offer's real. It needs a code, was there one on the leaflet?
C: It's got gravy on it. S, P, R, then gravy.
A: ~ It'll be SPRING. It's the only one that starts like that.
--
@ what=line
A: ~ There's a line up to the basement, and nothing after.
C: So they're both right.
A: Somebody has to run it up one floor, about an hour's work.
--
A: ~ For the order I need to know whether you own or rent.
C: Rent. He's upstairs, he can hear us. Hello, Mr $surname.
[good]
@ what=bundle
A: It's placed. Phone on $weekday, fibre on the $date, and the router's free.
C: And no television.
A: The fish will have to entertain you.
--
@ what=free,line
A: It's placed. Fibre on the $date, between eight and twelve, and the router's free.
C: You've made that very painless.
[bad]
@ what=free
A: That offer ended on Sunday, the leaflet should've been taken down.
C: I'm holding it. It's in my hand. It says today.
--
@ what=bundle,line
A: The address comes back as unknown, so it doesn't let me place it.
C: I'm standing in it. I can describe the wallpaper.
[recap]
fibre on the $date, free router, $small a month, and you've got fourteen days to change your mind.
[recap bad]
nothing's been ordered yet, I've passed it on as $ref, and the price for you would be $small2 a month.

# two-keys | Moving home | hassle | anyone | voice
[open]
@ why=wrong
C: I moved on the $date and your people switched on the flat upstairs. He's got my internet. He's delighted.
--
@ why=pause
C: We're moving into my father's place for a year, and there's a line there already, in his name. Do we pay twice?
[body]
@ why=wrong
A: ~ Which floor are you on, does the bell say A or B?
C: The bell says Dr $surname, he's been gone since the nineties.
--
@ why=pause solved=yes
A: ~ I can pause yours for up to twelve months, it's $tiny2 a month to keep the number.
C: So the number sleeps.
A: It sleeps.
--
@ why=wrong
A: ~ There are two sockets in the hall. The work order says left, seen from the stairs.
C: Seen from which stairs? There's a front and a back.
A: I'm going to write that in capitals.
[good]
@ why=wrong
A: It's booked to be put right on $weekday, it takes twenty minutes, and nobody needs to be home.
C: The man upstairs will be in mourning.
--
@ why=pause
A: It's paused from the $date, and it wakes up when you ring.
C: Sleep well, little number.
[bad]
@ why=wrong
A: I can't touch it while there's an open order on the building.
C: Whose order?
A: It only says managing agent.
--
@ why=pause
A: It won't pause while the box is rented, so you'd pay both.
C: For a box in a cupboard in an empty house.
[recap]
@ why=wrong
it's put right on $weekday, the dates are on the account, and you're not charged for the days without.
--
@ why=pause
the line sleeps from the $date for up to a year, $tiny2 a month, and the number stays yours.
[recap bad]
@ why=wrong
the open order has to finish first, I've asked the agent to close it, and the days without aren't charged.
--
@ why=pause
both lines run for now, you can send the box back at any time, and then the pause works.

# pensioner-renewal | Contract end | neutral | elderly | voice
[open]
@ why=discount
C: I've a letter that says my discount's leaving. I didn't know I had one. What did it look like?
--
@ why=boy
C: My contract's finished, and a boy rang and said I must change today or lose my number. Was he from you?
[body]
@ why=boy
A: ~ Did he give you a name, or ask for a card?
C: He asked for my mother's maiden name. I said he should ask her.
A: ~ Then he wasn't from us. It doesn't end today, and you don't lose the number.
--
@ why=discount
A: ~ The discount was for the first two years. It's five dollars, on the telephone part.
C: I ring my sister and the doctor.
A: There's one for exactly that, calls only, and it's less than you pay now.
[good]
A: It's changed from the first. It's $small, and it stays at that for two years.
C: In two years I'm ninety. We'll talk again.
[bad]
A: The cheaper one can't be taken together with your alarm button, so I have to leave it.
C: I do need the button. I sat on the floor for a night once.
[recap]
the new one starts on the first, $small a month, the same number, and anybody who rings and says today or never isn't us.
[recap bad]
everything stays because of the alarm button, the discount ends in $month, and you can ring for nothing to ask again.

# speed-promise | Price complaint | annoyed | anyone | voice
[open]
@ why=speed
C: I'm paying for a gigabit and I've never had more than half. I've worked it out, you owe me for {four|eleven} months.
--
@ why=web
C: The website has my exact plan for less. I'm logged out and it's cheaper. I log in and it goes up. It's like a haunted house.
[body]
@ why=web
A: ~ The price you see logged out has the first six months at half.
C: So I'm the second six months. Forever.
--
@ why=speed
A: ~ The plan says up to a gigabit.
C: I pay up to ninety dollars then. Today I feel like forty.
[good]
@ why=speed
A: I've moved you to the plan for the speed you really get, that's $tiny2 less, and three months back as credit.
C: I'd drafted a letter to the newspaper. It was a good letter.
--
@ why=web
A: I've put the logged-out price on your account for a year, with a note that says why.
C: The haunting has stopped.
[bad]
@ why=speed
A: I can offer the speed test by a technician, and only then a credit.
C: With a day off work to wait for him. No.
--
@ why=web
A: It's for people who aren't customers yet, I can't put it on an account.
C: Then I'd rather be a stranger.
[recap]
@ why=speed
the smaller plan from today, $tiny2 less a month, three months of credit, and the letter stays in the drawer.
--
@ why=web
the lower price runs for a year from today, nothing new is ordered, and the next bill is smaller already.
[recap bad]
@ why=speed
nothing changes today, the technician's test is free if you want it, and the complaint's on file as $ref.
--
@ why=web
the price stays, what you saw is on file as $ref, and you can change plans at any time without a fee.

# loyal-price | Price complaint | annoyed | anyone | voice
[open]
@ bus=no
C: I've been with you fourteen years and I pay more than the people in your advertisement. Explain that to me.
--
@ bus=yes
C: I want the price from the bus stop. I'm standing at the bus stop. It says $small.
[body]
A: ~ That one's for new addresses only.
C: So if I move out and back in?
A: After ninety days, technically, yes.
C: {I've got a tent.|You're telling me to live in a tent.}
--
A: ~ What you've got includes the phone line and the sports pack, the one on the poster doesn't.
C: I don't want sports. I've never wanted sports. My son wanted sports and he lives in $country.
[good]
@ bus=yes
A: Without sports, and with a loyalty credit, you're at $small. That's the bus stop.
C: Then I can get on my bus.
--
@ bus=no
A: Without sports, and with a loyalty credit, you're at $small, the same as in the advertisement.
C: Then we can stay friends.
[bad]
A: I can take off the sports pack, but the rest has no discount left on it.
C: Fourteen years, and there's no discount left.
[recap]
sports is off, loyalty credit is on, $small a month for a year.
[recap bad]
sports is off from the $date, that's $tiny2 less, and the rest stays as it was.

# port-my-number | SIM activation | hassle | polite terse chatty | voice chat
[open]
C: I'm switching to you and I want to keep my number. I've had it since {college|before I was married}. It's been stuck for days.
--
C: My number's halfway. I can call people but nobody can call me. It's been very peaceful, but I run a business.
[body]
@ cause=name
A: ~ The other company rejected it, because the name doesn't match.
C: What name have they got?
A: They don't tell us. Is it perhaps under a maiden name?
C: {It is! I've been married nineteen years.|It could be my dad's. He paid for it once.}
--
@ cause=pin solved=no
A: ~ There's a transfer PIN that you get from them. Did they give you one?
C: They gave me a four-digit one.
A: It should be six.
C: I knew he was rushing me.
[good]
A: With that name it's gone through. It completes tonight, between two and four.
C: And then people can call me again.
A: From breakfast.
C: Pity.
[bad]
A: They've put a lock on the number, and only they can lift it.
C: So I've got to ring them. They hate me, I just left them.
[recap]
the transfer's accepted, it completes tonight, and you swap the SIM tomorrow at breakfast.
[recap bad]
you ask them to lift the lock, you tell us the six-digit PIN, and I've kept the order open for a week.

# wife-account | Bereavement | loss | elderly terse | voice
[open]
@ letter=yes
C: I wrote to you in $month that my wife had died, and this morning there's a letter to her saying she's been missed as a customer.
--
@ letter=no
C: You keep sending texts to a phone that's in a drawer. It was hers. It lights up in the night.
[body]
A: ~ The account was closed, but the marketing list is a different system, and it wasn't told.
C: Then tell it.
A: I'm doing that now, and I'm taking every form of her name off.
--
@ letter=yes
A: ~ I can see your letter. It was scanned, and nobody's opened it.
C: Four months.
A: Four months, yes.
[good]
A: She's off every list, and I've written to the person who runs them, by name.
C: I only don't want my daughter to find one in the mail.
A: She won't.
[bad]
A: There may be one more, because the next mailing's already printed.
C: Printed. Then it's going to land in her birthday week.
A: If you send it back unopened, it stops the rest.
[recap]
@ letter=no
every list is cleared, the line in the drawer is off from tonight, and if one more letter comes, you call me on extension $pin.
--
@ letter=yes
every list is cleared, the person who runs them has it in writing, and if one more letter comes, you call me on extension $pin.
[recap bad]
the lists are cleared except the one that's printed, and that one comes in the next two weeks, if at all.
`
