/** Stories of boxes, passwords and small businesses. The notation is described in `conversation/script.ts`. */
export const EQUIPMENT_STORIES = `
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
--
A: ~ What's changed in the last month, did anybody move a desk or hang up lights?
C: We had the fish tank in the waiting room taken out. And a string of lights, now that you say it.
A: Cheap lights sing on the same note as a telephone.
C: They were four ninety-nine.
--
A: ~ I'll ring you on the second line, don't hang up this one. Which one crackles?
C: {This one. The other's as clear as a bell.|Both, but this one's worse.}
A: Then it isn't the building, it's one pair of wires.
[good]
A: I've changed the codec on the two cordless ones. Could you ring me back on the test number?
C: Testing, testing. Oh, I can hear the keyboard now. It's clean.
--
A: I've moved you to the other pair of wires. How's that?
C: I can hear you breathe. It's slightly alarming.
[bad]
A: A line engineer needs to open the joint, and that's booked with the city, so about ten days.
C: Ten days of bacon.
[recap]
the change is in, the line tests clean now, and I've put a three-day watch on it.
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
