/** Stories of lines that are down, slow or waiting for a technician. The notation is described in `conversation/script.ts`. */
export const CONNECTION_STORIES = `
# blinking-router | No connection | annoyed | anyone | voice
[open]
@ light=red
C: My internet's gone. The box has a {red|orange} light and it's blinking at me.
--
@ light=red
C: Nothing works. The phone, the TV, the doorbell. I've switched it off and on, so don't ask me to do that.
--
@ light=three
C: I'm working from home, I've got a call in {half an hour|twenty minutes} and the wifi has died. The light's doing three and then a pause.
[body]
@ light=three reset=no
A: ~ Three and a pause means it sees the line but can't log in. Are there any cables loose at the back?
C: There's a grey one and a yellow one and one that doesn't go anywhere.
A: The one that doesn't go anywhere, is it long enough to reach the wall?
C: {Oh. It is.|It's the cat. The cat's been behind there.}
A: Push it in until it clicks.
--
@ reset=no
A: ~ I'll run a test from here. It can take a minute. Don't unplug it.
C: It's gone green. No. It's gone back.
A: ~ Okay, the test says there's a fault about two hundred yards from the house.
C: There's a man digging up the road two hundred yards from the house.
A: That would do it.
--
@ reset=yes
A: ~ What do you see if you open the browser, any message?
C: It says I'm not connected and there's a dinosaur.
A: Is it the same on the phone?
C: The phone's got no dinosaur, just a spinning thing.
A: ~ And is there a small hole with the word reset on the back?
C: I'd need a pin. Hang on. $kid, have you got an earring?
[body ?40]
@ reset=yes
A: Hold it in for ten seconds, count out loud.
C: One, two, three, four, five, six, seven, eight, nine, ten. All the lights went off.
A: Good. Now leave it.
C: They're coming back. One. Two.
[good]
@ end=profile
A: I've sent it a new configuration. Give it two minutes and it should go solid white.
C: White! It's white. Oh, and everything's pinging.
--
@ end=sync
A: It's back in sync on my side, eight hundred down.
C: My e-mail's coming in. Four hundred of them. Maybe turn it off again.
[bad]
A: It needs a technician, and the first slot is $weekday between eight and one.
C: That's four days. What do I do for four days?
A: You can use the data on your mobile, I can add ten gigs.
C: Ten gigs, for a family of five.
[recap]
@ end=profile
it was the line profile, I've sent a new one, and if it drops again within a day we send somebody without another test.
--
@ end=sync
the line's back in sync, the box is online, and if the light turns red you ring us before you touch anything.
[recap bad]
a technician comes on $weekday between eight and one, somebody over eighteen has to be there, and you've got ten extra gigs until then.

# storm-outage | No connection | hassle | anyone | voice
[open]
@ tree=no
C: The storm took us out last night and the whole street's dark. Well, not dark, the lights are on, but no internet.
--
@ tree=yes
C: There's a tree on your cable. I can see it. It's lying across Mr $surname's shed.
[body]
A: ~ We've got a notice for your area, it started at $time, about nine hundred homes.
C: Any idea when?
A: It says tonight at eleven, but it's said that since this morning.
--
@ tree=yes
A: ~ Is the cable touching the ground or hanging?
C: It's sort of draped. Like a hammock.
A: Please keep away from it, even if it isn't power.
C: I've put a traffic cone. I happen to own a cone.
[good]
A: The crew marked it as repaired ten minutes ago. Could you restart the box?
C: Okay, going down to the cellar. It's, oh, it's connecting. There's my weather app, telling me there's a storm.
[bad]
A: They've moved it to tomorrow noon, because of the wind.
C: My wife's on a breathing monitor that reports over the internet.
A: ~ I'm marking you as a priority line for that. It still can't be before they're allowed up the pole.
[recap]
the area repair is done, you're online, and you'll get a credit of a day without asking.
[recap bad]
estimated noon tomorrow, you're on the priority list, and we text $last4 when it's up.

# evening-slow | Slow speed | annoyed | anyone | voice chat
[open]
@ sheet=no
C: Every night around eight the internet turns to soup. I pay for five hundred and I'm getting {nine|eleven|six}.
--
@ sheet=yes
C: I've done speed tests for two weeks. I've got a spreadsheet. Would you like the average or the worst?
--
@ sheet=no
C: My son games and he says it's the ping. I don't know what the ping is but he's very upset about it.
[body]
@ sheet=yes
A: ~ Are those tests by cable or over wifi?
C: Both. The spreadsheet has a column for it.
A: {I like the spreadsheet.|That saves us an hour.} And by cable at eight?
C: Fourteen.
--
A: ~ How many devices would you say there are in the house?
C: Four phones, two TVs, a fridge, a thing that feeds the fish.
A: The fish are online?
C: The fish are online more than I am.
--
A: ~ I can see congestion on your segment between seven and eleven. It's at ninety-four percent.
C: So it's you.
A: It's us, yes.
[body ?40]
A: Where's the router standing?
C: In a cupboard, my wife doesn't like the look of it.
A: With what else in there?
C: The {microwave|boiler|Christmas decorations}.
A: Could you take it out while we're talking and test again?
C: Hm. Sixty. Sixty-one.
[good]
@ end=channel
A: I've moved you to another channel on the segment that's nearly empty. Try it now?
C: Three hundred and eighty. I don't know what you did, but don't undo it.
--
@ end=kit
A: There's an upgrade kit free for people on your segment. I'll send it, it plugs in between.
C: Free as in free?
A: Free as in we owe you.
[bad]
A: The segment gets split in $month. Until then I can only offer a credit.
C: What good's a credit? I want the internet I pay for.
[recap]
@ end=channel
you're on the new channel, it measured three eighty, and I check your line again on $weekday evening.
--
@ end=kit sheet=yes
the kit arrives by $weekday, you plug it between the wall and the box, and you send me the next page of the spreadsheet.
--
@ end=kit sheet=no
the kit arrives by $weekday, you plug it between the wall and the box, and it doesn't cost anything.
[recap bad]
the segment is upgraded in $month, you get $tiny2 off each month until then, and you may leave without a fee if it slips.

# upstairs-wifi | Slow speed | hassle | anyone | voice
[open]
C: Downstairs it's fine, upstairs there's nothing, and your booster's no use. My daughter has to sit on the landing to do her exams.
--
C: I bought one of your boosters, and I swear it's got worse. It's boosting something, but not the wifi.
[body]
A: ~ What are the walls made of?
C: It's an old mill. They're about two feet of stone.
A: Then no booster's going to like that.
--
A: ~ Where did you plug it in?
C: In the room where there's no wifi, obviously.
A: It has to sit halfway, where there's still something to boost.
C: {That's not what the picture on the box says.|Well, the leaflet should say that!}
[good]
A: Move it to the stairs, and tell me what the light does.
C: Blue. It was never blue before.
A: Blue's good. Now walk upstairs with the phone.
C: One bar, two bars. Three! She's off the landing.
[bad]
A: With those walls you'd need a wired point upstairs, and that's an installation at $amount.
C: I'm not paying that to fix something you sold me.
[recap]
the booster stays on the stairs, blue light means fine, and if it goes red you press the button twice.
[recap bad]
a wired point is $amount including labour, I've sent the quote, and the booster can be returned within thirty days.

# technician-no-show | Technician appointment | annoyed | anyone | voice
[open]
C: I took a day off work. Eight to one, he said. It's now {ten past three|half past four} and nobody's been.
--
@ missed=door
C: Your technician sent a text that he'd been and nobody was home. I was home. I was sitting in the window like a dog.
--
C: This was the second appointment. The second. First time he came without a ladder.
[body]
@ missed=door
A: ~ It's marked as customer not present at 10:42, with a photo of a door.
C: What colour's the door?
A: ~ It's red.
C: Mine's green. He was at number {fourteen|forty|four}!
--
@ missed=overran
A: ~ The job before yours overran, and it looks like nobody rescheduled the rest.
C: Nobody called me either.
A: No, there's no call on here.
--
@ missed=door
A: ~ Do you see a card through the door, or in the mailbox?
C: I've got a pizza menu and a card for a lost cat. Nothing from you.
[body ?35]
C: I lose {$amount|a day's pay} every time I stay home for this.
A: There's a missed appointment credit of $small, I've put that through already.
C: It doesn't cover it but okay.
[good]
@ end=today
A: There's a technician finishing round the corner on $street. He can be with you before six.
C: Today?
A: Today. His name's {Marcus|Delroy|Anton} and he has a ladder.
--
@ end=first
A: I've booked you in as the first job on $weekday, so nothing can overrun before it.
C: Seven in the morning?
A: Seven in the morning.
C: I'll have coffee on.
[bad]
A: The next one I've got is $weekday next week.
C: A week? For your mistake?
A: There's a list for cancellations, I can put you on that.
C: {You do that.|I've heard about the list.}
[recap]
@ end=today
he comes today before six, he rings your mobile when he's ten minutes away, and the $small credit is on the account.
--
@ end=first
first job on $weekday, seven o'clock, and the credit of $small comes off the next bill.
[recap bad]
$weekday next week between eight and one, you're on the cancellation list, and $small is credited.

# drilled-pipe | Technician appointment | annoyed | anyone | voice
[open]
@ what=water
C: Your man has drilled through a pipe. There's water coming through my ceiling.
--
@ what=hole
C: The installer left a hole in the wall the size of my fist, and he's put the cable along the front of the bookcase.
[body]
@ what=water
A: ~ Is the water off at the main?
C: My neighbour's done that. But it's all over the carpet.
A: Take pictures of all of it before you clean up.
--
A: ~ Did he show you where he'd drill before he did?
C: He said trust me. Those were his words.
A: That'll go in the report word for word.
[good]
A: I've opened a damage claim, $ref, and the assessor calls you today. Keep every invoice, it's covered.
C: All of it?
A: Up to five thousand without argument.
[bad]
@ what=water
A: The claims team only takes it in writing, I can send you the address.
C: There's water coming through the ceiling and you want a letter.
--
@ what=hole
A: The claims team only takes it in writing, I can send you the address.
C: So I live with a hole until somebody opens an envelope.
[recap]
claim $ref, photos by e-mail, the assessor rings today, and you keep every invoice.
[recap bad]
you write to claims with the photos, they answer in fifteen days, and I've put the technician's number on the case.

# only-one-room | No connection | hassle | anyone | voice
[open]
@ why=plug
C: Everything works except the study. It's always worked in the study. I've written two novels in that study.
--
@ why=laptop
C: My laptop says connected, no internet. Which is it? You can't be both.
--
@ why=plug
C: The TV's fine, the phone's fine, and my computer won't have it. It started after I cleaned.
[body]
@ why=plug
A: ~ Did you move anything, or clean behind it?
C: I dusted, I hoovered. I moved a sort of plug.
A: A plug with a light on it?
C: {It had a light. It hasn't now.|It was hot and I didn't trust it.}
--
A: ~ In the bottom corner of the screen, is there a fan, or a globe?
C: A globe with a no entry sign.
A: Press it, and choose forget.
C: Forget? I only just remembered the password.
--
@ why=laptop
A: ~ Did it put in an update last night?
C: It said it would take a minute, I went to bed, and it was still at it at seven.
A: ~ That update has a quarrel with our boxes. There's a second update that makes peace.
[good]
A: Turn it off, count to thirty, turn it on.
C: Twenty-nine, thirty. It's loading. My mail's there, all of it!
[bad]
A: On our side it's clean, so it's the computer, and we don't support that part.
C: You sold me a support pack with a picture of a computer on it.
[recap]
everything's been restarted, the connection's back, and if it happens twice more this week we send somebody.
[recap bad]
the line tests clean, the computer maker's number is in your messages, and if a second device drops you ring us.
`
