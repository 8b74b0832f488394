/** Stories of the technical queue. */
export const TECHNICAL_STORIES = `
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

# grandmother-router | Router setup | neutral | elderly | voice
[open]
C: My granddaughter's coming on $weekday and she needs the wifi, and I've got this box still in its box.
--
C: I've got it all out on the table. There are five pieces and the book has only pictures, and my granddaughter's bringing her computer on $weekday.
[body]
@ rabbit=yes
A: ~ Let's go one piece at a time. Do you see a white one with two little aerials?
C: It looks like a rabbit.
A: That's the one. There's a round hole at the back for the power.
C: The rabbit has a tail. Good.
A: Plug that in, and tell me when its nose lights up.
--
@ rabbit=no
A: ~ Which colour is the plug on the thick cable?
C: Is it the one like the telephone or the one like a bigger telephone?
A: The bigger telephone.
C: {It doesn't want to go in. Oh, it's upside down.|It went in with a click.}
[body]
@ rabbit=yes
A: ~ Now on your tablet, go to settings, and there's a word that says wifi.
C: I've got Agnes next door, and something called $pet five G.
A: Further down, one that starts with Wrenfield?
C: Wrenfield, dash, and then numbers. It wants a password.
A: It's on the bottom of the rabbit.
C: I need my other glasses. Capital H, small k, nine.
--
@ rabbit=no
A: ~ Do you have the little card that was with it? It's got a square made of dots.
C: A square of dots. Yes.
A: Point the camera of the tablet at it, as if you'd take its picture.
C: Oh! It's asking me to join. Shall I join?
A: Join.
[good]
C: There's a fan shape at the top now. Is that right?
A: That's it, you're online. Try the crossword.
C: It's today's! It's never been today's.
[bad]
A: It isn't picking up the line at all, I think the socket's dead, so somebody has to come out.
C: But she comes on $weekday.
A: The visit's the day after that, I don't have one before.
[recap]
@ rabbit=yes
the rabbit stays plugged in, the password is on its bottom, and your granddaughter joins with the card with the dots.
--
@ rabbit=no
the white box stays plugged in, the card with the dots is the key, and your granddaughter joins the same way.
[recap bad]
a technician looks at the socket the day after $weekday, you leave all of it plugged in, and there's no charge.

# locked-out | App and password | annoyed | anyone | voice chat
[open]
C: It's locked me out. I've tried my password three times and now it says contact support, so, hello, support.
--
C: I need to reset my password but the code goes to a phone number that I haven't had since $month.
--
C: Your app logged me out after the update and it doesn't know me any more. I've been a customer for nine years.
[body]
A: ~ The account's showing the old number as the safe one. Have you still got the e-mail?
C: The e-mail needs a code as well. To the same phone.
A: So we're going round in a circle.
C: {Welcome to my morning.|It's been a circle since seven.}
--
A: ~ What does it say exactly, in red?
C: It says something went wrong, and then, oops.
A: Just oops?
C: With a cloud.
--
A: ~ Is caps lock on, by any chance?
C: I'm not a child. Hang on. It's on.
A: It happens to all of us.
[good]
@ end=code
A: I've cleared the lock and the new code goes to the number you gave me. Has it come?
C: {Six digits, yes.|It's come twice.} I'm in. It remembers my picture, even.
--
@ end=link
A: Use the link that I've just e-mailed, it's good for ten minutes.
C: New password. It doesn't like any of them. It wants a symbol.
A: An exclamation mark will do.
C: It can have three of them.
[bad]
A: To change the safe number you need to bring an ID to a shop, we're not allowed to do it by phone.
C: The nearest shop's an hour away.
A: I know. It's because of number thieves.
[recap]
@ end=code
the lock is off, codes go to the new number from now on, and the old number's deleted from the profile.
--
@ end=link
the link worked, the new password's set, and you stay logged in on this phone.
[recap bad]
you take photo ID to any of our shops, they change the number on the spot, and after that the reset works by itself.

# parental-controls | App and password | neutral | anyone | voice chat
[open]
@ q=tablet
C: I want to stop the internet on my {son's|stepson's|daughter's} tablet at nine o'clock. There must be a button.
--
@ q=site
C: Since I turned on the family filter, my own work site doesn't open, but the games do. It's the wrong way round!
[body]
@ q=tablet
A: ~ In the app there's a tab called People. Is each of them listed?
C: There's Dad, there's Mom, there's Unknown, Unknown, Unknown and Kitchen.
A: One of the unknowns will be the tablet.
C: Which one's he on? $kid, switch it off for a second! It's the second one.
--
@ q=site
A: ~ What kind of work site is it?
C: I sell wine glasses.
A: It'll be the word wine.
C: {For heaven's sake. It's glass.|So I'm the one who's been filtered.}
[good]
@ q=tablet
A: Now drag the moon to nine, and the sun to seven.
C: That's quite sweet. And if he uses the neighbour's wifi?
A: Then you need to talk to the neighbour.
--
@ q=site
A: I've put your site on the allowed list and set the games to adult only.
C: It opens. And he's already shouting upstairs, so that's working too.
[bad]
@ q=tablet
A: The bedtime feature isn't in the plan you've got, it comes with the plus pack.
C: So I pay extra to have less internet.
--
@ q=site
A: The list of words is kept by another company, I can only report it to them.
C: So I can't work because of a word for a drink.
[recap]
@ q=tablet
the tablet sleeps from nine to seven, your phone can override it, and new devices ask you first.
--
@ q=site
your site is on the allowed list, the games are for adults only, and the filter stays on for everything else.
[recap bad]
@ q=tablet
bedtime needs the plus pack, the filter itself is on and set to ten plus, and you can still pause everything by hand.
--
@ q=site
the word's been reported, it takes up to five days, and you can pause the filter on your own machine until then.

# bakery-offline | Business line | annoyed | furious terse anxious | voice
[open]
@ shop=bakery
C: I've got a shop full of people and the card machine's dead. It's a bakery, it's {Saturday|the Friday before a holiday}, I'm losing money by the minute.
--
@ shop=clinic
C: We're a small clinic, our phones and our booking system run over your line, and it's been down since $time.
--
@ shop=garage
C: I run a garage. No internet means no parts, no parts means I've got three cars up in the air.
[body]
A: ~ You're on the business line, so there's a four-hour promise. It's been two and a half.
C: Nobody told me about a four-hour promise. Does somebody pay me if it's five?
A: Yes, automatically, a day per hour.
--
A: ~ Is there a second box with a small aerial, the backup?
C: There's a box in the office with a cake on it.
A: Could you take the cake off and see if there's a light?
C: It's got a switch. Somebody's switched it off. {It says do not switch off.|$kid!}
--
@ shop=bakery
A: ~ Can the terminal take a SIM?
C: I don't know, it's white and it says insert.
A: Then it's the kind that can go offline and send the payments later. Hold the yellow key.
C: It says store and forward. Is that it?
A: That's it. You can take cards again, up to fifty each.
[good]
@ shop=bakery end=backup
A: The backup's carrying you now. Try one payment?
C: Two croissants. Approved! Oh, that's a lovely sound.
--
@ end=up
A: The field crew's just reset the cabinet and your line came straight up.
C: The phones are ringing. All of them. I have to go in a second.
[bad]
A: It's a fibre cut, and the repair's estimated for midnight.
C: Midnight. We close at six. You've cost me the whole day.
A: The compensation's recorded. I can't make it go faster.
[recap]
@ end=backup
the backup box stays on, the main line's under repair with a promise until $time, and the compensation comes by itself.
--
@ end=up
line's up since a minute ago, the fault number is $ref, and you get a day back for each hour over the promise.
[recap bad]
estimated midnight, fault number $ref, and the compensation runs by itself from hour four.

# crackling-line | Business line | hassle | polite terse furious | voice
[open]
@ place=clinic
C: Our phone line crackles so badly that patients can't hear us. We've had an old gentleman book for the wrong day twice.
--
@ place=law
C: When people call us it sounds like frying bacon. I run a law office, not a diner.
[body]
@ place=clinic
A: ~ Is it on every handset, or only at reception?
C: Reception, and the doctor's room. The one in the kitchen's perfect, nobody uses it.
A: What's different about the kitchen one?
C: It's older than me and has a cord.
--
A: ~ Does it happen more when it rains?
C: It does! I thought I was imagining things.
A: Then there's water in a joint somewhere outside.
[good]
A: I've changed the codec on the two cordless ones. Could you ring me back on the test number?
C: Testing, testing. Oh, I can hear the keyboard now. It's clean.
[bad]
A: A line engineer needs to open the joint, and that's booked with the city, so about ten days.
C: Ten days of bacon.
[recap]
the handsets run on the new setting, the line itself tests clean, and I've put a three-day watch on it.
[recap bad]
an engineer opens the joint within ten days, calls forward to your mobile until then at no cost, and the case is $ref.

# replacement-modem | Router setup | hassle | anyone | voice chat
[open]
C: I got the new router, I've plugged it in, and now nothing in the house talks to anything. The heating thinks I'm on holiday.
--
C: You sent me a replacement, and it has a different name, so I'd have to log in twenty things again. Is there a trick?
[body]
A: ~ There's a trick. We give the new one the name and the password of the old one.
C: And they'd fall for it?
A: They fall for it every time.
--
A: ~ What did the old network call itself?
C: It's rude. My ex-husband named it.
A: I've probably typed worse. Spell it.
C: {I'd rather type it myself.|Let's just say it ends in ninety-nine.}
[good]
A: Save it, and wait for the box to restart. What's coming back?
C: The lamps. The TV. The heating says welcome home. This is like a film.
[bad]
A: This model doesn't take that character in the name, so it isn't going to match.
C: So it's all twenty things by hand.
A: I'm afraid so. Start with the heating.
[recap]
the new box carries the old name and password, the old one goes back in the same carton, and the label is inside.
[recap bad]
new name as printed on the sticker, you log the devices in again, and the old box goes back within fourteen days.
`
