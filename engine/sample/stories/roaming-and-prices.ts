/** Stories of roaming, prices and shared bills. The notation is described in `conversation/script.ts`. */
export const PRICE_STORIES = `
# late-fee | Bill dispute | hassle | anyone | voice chat
[open]
@ cause=kiosk
C: I've got a late fee of $tiny2 on here and I paid it on time. I paid it at the {drugstore|post office|kiosk}.
--
@ cause=web
C: You charged me for being late, and it was your website that was down. I took a screenshot.
[body]
@ cause=kiosk
A: ~ The payment's showing as the day after the due date.
C: I paid at nine at night. What time does a day end with you people?
A: ~ The kiosk sends everything at eight, so it counted for the morning.
--
@ cause=web
A: ~ When did you take the screenshot?
C: On the $date. It says scheduled maintenance and it's got a cartoon of a man with a ladder.
A: Yes. That was us.
--
A: ~ There's a grace day, and then one more if it's a weekend. It missed both by an hour.
C: An hour! I was in line behind a man buying stamps one at a time.
[good]
A: I've waived it. It's the first one on the account, so I can do that myself.
C: {As you should.|Easy. Thank you.}
--
A: It's taken off, and I've put a note so that it doesn't count against you.
C: I'd like that framed. Thank you.
[bad]
A: I can only waive one fee a year, and there was one in $month.
C: That one was my fault. This one isn't.
A: It doesn't let me choose which.
[recap]
the late fee of $tiny2 is waived, your balance is zero, and if you turn on autopay it can't happen again.
[recap bad]
the fee stays, but I've left a note with the outage date so you can take it further if you want.

# cruise-roaming | Roaming charges | annoyed | furious elderly chatty | voice
[open]
C: We went on a cruise, for our anniversary, and I've come back to a phone bill of $big. For a phone I had switched off!
--
C: I have a roaming charge from a place called maritime. I've never heard of a country called maritime.
C: It's $big. For what? I sent my mother a picture of a dolphin.
--
C: My husband used his phone on the ship and there's $big on the bill, and the man in your shop said it was covered.
[body]
A: ~ The ship has its own network by satellite, and that isn't part of any country package.
C: How's a normal person meant to know that?
A: We send a text when it connects. I can see it went out on the $date at $time.
C: {I don't read texts on holiday.|In the middle of the night!}
--
A: ~ It wasn't calls, it's data. Nearly all of it in one night, between one and four.
C: We were asleep.
A: It looks like photos backing up by themselves.
C: Four thousand photos of a buffet.
[body ?50]
C: So what happens if I just don't pay it?
A: The line would be restricted after thirty days.
C: That's a threat.
A: It's just the answer.
[good]
A: I can apply the travel pass backwards, as a one-time thing. That brings $big down to $amount.
C: $amount I can live with. I don't like it, but I can live with it.
--
A: It's in the policy, there's a cap of a hundred for the first time it happens. So you'd pay a hundred.
C: And the rest is gone?
A: The rest is gone.
[bad]
A: Satellite charges go to the ship's operator, so we can't write them off. I can split it over six months.
C: So I pay for it for longer. Marvellous.
[recap]
the maritime charge comes down to what I said, roaming on ships is barred from today, and it shows on the next bill.
[recap bad]
the charge stands, I've spread it over six months, and I've blocked satellite networks on both lines.

# border-roaming | Roaming charges | hassle | anyone | voice chat
[open]
C: I live {twenty minutes|five miles} from the border and my phone keeps thinking I'm in another country.
C: I was in my own kitchen. My own kitchen!
--
C: I've been charged for roaming and I haven't left the county since $month.
[body]
A: ~ It grabbed a tower across the river, eleven times. It's stronger than ours there.
C: Can't you tell your tower to shout louder?
A: I'll put that in exactly those words.
--
A: ~ Do you have a setting on the phone that says choose network automatically?
C: Wait. Settings. Mobile. It says automatic, yes.
A: Turn that off and pick Wrenfield from the list.
C: It's {searching|spinning}. There, it's got Wrenfield and three others.
--
A: ~ What do you see at the top of the screen just now?
C: A little R. I thought it stood for ready.
A: It stands for roaming.
C: That explains a great deal.
[good]
@ end=flag
A: And I've credited the eleven charges, so that's $small.
C: Until I forget and turn it back on.
A: I've flagged your address, so the system should ignore that tower from now on.
--
@ end=bar
A: I've barred roaming on the line altogether. If you ever cross for real, you send us a text and it's open.
C: I go over for cheese, on Saturdays. I'll send you a cheese text.
[bad]
A: I can credit this month, but the flag for border addresses is with the network people and there's a queue.
C: So next month I call again.
A: It's possible, yes.
[recap]
@ end=flag
network selection is on manual, $small is credited, and your address is flagged as a border address.
--
@ end=bar
roaming's barred, $small is credited, and a text with the word travel opens it for a day.
[recap bad]
this month's $small is credited, the network request is $ref, and you keep the setting on manual for now.

# price-letter | Price change | annoyed | anyone | voice chat
[open]
C: I got your letter about the price going up. Again. Can you explain what exactly I'm getting for it?
--
C: It says my plan goes up by $tiny2 in $month. I'm on a fixed contract. Fixed means fixed, doesn't it?
--
C: Your e-mail begins with exciting news about your plan. And then it's more money. Who's excited?
[body]
@ offer=none
A: ~ It goes up once a year, by inflation, and it's in the agreement from the start.
C: My pension doesn't go up by that.
--
@ offer=plan solved=yes
A: ~ Let me see which plan you're on. Okay, it's one we don't sell any more.
C: Is that good or bad?
A: It means you're paying more for less than the current one.
C: {So I've been loyal and that's what I get.|And nobody thought to mention it.}
--
@ offer=tv solved=yes
A: ~ The fixed part is the line. The increase is on the television pack.
C: I watch two channels.
A: Which two?
C: The weather and the snooker.
A: ~ Both are in the basic pack.
--
@ solved=no
A: ~ It's the same for everybody on that tariff, three point nine percent.
C: Three point nine percent of too much is still too much.
[good]
@ offer=plan,none
A: I can move you onto the new plan, which is faster, and $tiny2 cheaper than what you pay now, even after the rise.
C: What's the catch?
A: Twelve months again. That's the catch.
C: I'm not going anywhere. Okay.
--
@ offer=tv
A: I'll take the television pack down to basic, so your bill ends up lower than before the letter.
C: I only called to complain. That's a nice surprise.
[bad]
A: There's no other plan at that address, so the increase does apply.
C: Then why ask me to call with questions?
A: It's in the letter, yes. I don't write the letters.
[recap]
@ offer=plan,none
new plan from the $date, $tiny2 less a month, twelve months, and the old price letter doesn't apply to you any more.
--
@ offer=tv
the pack goes down to basic, everything else stays, and you'll be about $tiny2 a month under the old price.
[recap bad]
the price goes up in $month, there's no cheaper plan at the address, and you can leave without a fee until the end of that month.

# teen-data | Bill dispute | annoyed | furious chatty polite anxious | voice chat
[open]
C: There's $amount of extra data on my son's line. He's {thirteen|fourteen}. He says it wasn't him, obviously.
--
C: My daughter's phone has used forty gigabytes in a week. What does forty gigabytes even look like?
C: She says she was studying.
[body]
A: ~ It's video, mostly between ten at night and two in the morning.
C: On school nights?
A: I don't see what day school is, but yes, Monday to Thursday.
C: {$kid! Come here a minute!|Oh, we're going to have words.}
--
A: ~ Is the phone on your wifi at home?
C: It should be. We pay for wifi.
A: It hasn't been since the $date. Did the password change?
C: I changed it. As a punishment. Oh no.
A: So it went to mobile data instead.
C: I've punished myself.
--
A: ~ I can read you the hours, if that helps. The biggest one's {Tuesday|Sunday}, from one to three.
C: There's a football match in Brazil at that hour. Of course there is.
A: That'd be nine gigs.
C: For a draw.
--
A: ~ There's a hotspot turned on. Somebody else has been using the phone as their internet.
C: The friends! They all come to us. I thought it was my cooking.
A: Five devices on it.
C: Five. And they ate my lasagne.
[good]
@ end=cap
A: I'll take half of it off as goodwill and put a cap on, so it stops at ten gigs.
C: Can it stop at five?
A: It can stop at one if you like.
C: Let's not start a war. Five.
--
@ end=unlimited
A: I've moved the line to unlimited, it's $tiny2 more, and the overage is off because you changed within the month.
C: So they've won.
A: They usually do.
[bad]
A: I can put a cap on from today, but what's used is used.
C: I thought as much. It's coming out of allowance.
[recap]
@ end=cap
half the overage is credited, there's a cap of five gigs on that line, and you get a text at eighty percent.
--
@ end=unlimited
the line's unlimited from today, the overage is cancelled, and you can put it back after three months.
[recap bad]
the $amount stays on the bill, the cap is on from tonight, and the warnings go to your phone, not theirs.

# flatmate-bill | Bill dispute | hassle | anyone | voice
[open]
@ who=he
C: My old roommate moved out and I've found that the internet's in both our names, and he's stopped paying his half.
--
@ who=she
C: How do I get somebody off an account? She left in $month and you keep sending me her late notices.
[body]
@ who=he
A: ~ Since he's the first name on it, he'd have to agree to come off.
C: He's in {Peru|a monastery|Alaska}. I mean it.
A: Is there an e-mail that he answers?
C: Sometimes. He's finding himself.
--
A: ~ Are you a joint holder or an authorised user?
C: What's the difference?
A: One owes the money and the other just uses it.
C: Which one's me?
A: ~ You're the authorised user. So the $amount isn't legally yours.
C: {Say that again, slowly.|Oh, I could kiss you.}
[good]
A: We can open a fresh account in your name at the same address and let the old one close.
C: And I keep the same wifi name? It's got a really good name.
A: You can keep the wifi name.
[bad]
A: Without a signature from the first holder I can't take the name off.
C: Then I'm stuck with a ghost.
[recap]
new account in your name from the $date, the old balance stays with the old account, and the router stays where it is.
[recap bad]
I've e-mailed the release form to the first holder, and until it's signed the account stays as it is.

# data-add-on | Price change | annoyed | anyone | voice chat
[open]
@ kind=boost
C: There's a thing called Data Boost on my phone plan. It was free, it's $tiny2 now, and I never said yes.
--
@ kind=life
C: You've put my grandfathered plan up. The man who sold it to me said for life. I asked him, whose life, and he said yours.
[body]
A: ~ The terms changed on the $date, and there was a message about it.
C: {I get nine messages a day from you.|I thought it was about the raffle.}
--
@ kind=boost
A: ~ Can I ask how much data you use? It says under two gigs.
C: I look at birds. Photos of birds.
A: Then you're covered three times over without the boost.
--
A: ~ Who opens the account e-mail at yours, is that you?
C: There's an account e-mail?
A: It goes to an address that ends in a very old provider.
C: That shut in the year my son was born. He drives now.
[good]
@ kind=boost
A: It's off, and I've given you back what it cost since it stopped being free.
C: All of it? Well, now I feel bad for shouting in my head.
--
@ kind=life
A: I've found the note from the sale, it does say for life. I've put the old price back by hand.
C: He was an honest man, then. I hope he's well.
[bad]
@ kind=boost
A: I can take it off from the next period, but this one's already billed.
C: So I've to pay for the thing I didn't order so that I can stop paying for it.
--
@ kind=life
A: There's nothing in writing about that, so the new price stands.
C: He shook my hand on it.
[recap]
@ kind=boost
the boost is off, $tiny2 comes back for each month, and your plan's the plain one again.
--
@ kind=life
the old price is back, the note from the sale is on the account, and the difference comes off the next bill.
[recap bad]
@ kind=boost
it ends with this period, this month's $tiny2 stays, and no other extras are on the line.
--
@ kind=life
the new price stands, I've logged what you were told as $ref, and you can leave without a fee until the end of $month.
`
