/** Stories of the billing queue; the notation is described in `conversation/script.ts`. */
export const BILLING_STORIES = `
# double-charge | Duplicate charge | annoyed | anyone | voice chat
[open]
C: I've just looked at my bank and you've taken $amount twice. Same day, same amount, one under the other.
--
C: So my card was charged {two times|twice} on the $date. $amount and then $amount again, and now my rent's bounced because of it.
C: I had exactly enough in there. Exactly.
--
C: There are two Wrenfield payments on my statement and I only have one account. I'm not made of money.
[body]
@ cause=pending
A: ~ I can see one payment here for $amount. Do both show as completed at your end, or is one still pending?
C: {They're both black, so completed, I think.|One says pending, but the money's gone from the balance.}
A: Okay, if it's pending it usually drops off by itself, but let me check the gateway.
--
@ cause=error
A: ~ When you paid, did you press the button more than once, or get an error page?
C: It gave me an error. It said try again. So I tried again, like it told me.
A: That's it then. The first one went through although the page said it didn't.
C: Well that's a stupid page.
--
@ cause=autopay
A: ~ There's an automatic payment on the $date, and then a manual one by phone eleven minutes later.
C: That was the lady on the phone! She said the automatic one had been turned off.
A: It should've been, the note says so, but it only takes effect the month after.
[good]
@ end=reversed
A: I've reversed the second one. {It'll be back in three to five working days.|Your bank should show it by $weekday.}
C: And the bounce fee from my bank?
A: Send us a picture of it and we'll credit it on the account, up to thirty dollars.
--
@ end=released
A: Good news, the second charge never settled, so it releases tonight at midnight.
C: Tonight, tonight?
A: Tonight. If it's still there on $weekday, quote $ref and we'll push it through by hand.
[bad]
A: I can see both have settled, so it has to go to payments, and they work on it for ten working days.
C: Ten days? You took it in one second.
A: I know how it looks. I don't have a button for it.
--
A: It won't let me reverse it, the batch is already closed for the month.
C: So I'm out $amount until when?
A: It'll come off the next bill instead. That's the fastest I've got.
[recap]
the second payment of $amount is reversed, it's back by $weekday at the latest, and your reference is $ref.
--
@ end=reversed
one payment stays, the other goes back to the same card within five working days, and you'll send us the bank fee.
[recap bad]
I've raised it with payments under $ref, they have ten working days, and you don't need to pay anything meanwhile.

# bill-jumped | Bill dispute | annoyed | anyone | voice chat
[open]
C: My bill is normally around $small and this one's $amount. Nothing's changed. I haven't changed anything.
--
C: I'm looking at a bill for $amount and I'd like somebody to explain it to me line by line, please.
--
C: Why is it more every single month? It was one price when I signed and now it's $amount.
C: I've got the paper here, the lad in the shop wrote the price on it in pen.
[body]
@ cause=addon
A: ~ There are three parts to it: the plan, an equipment fee, and something called premium support.
C: {Premium what?|What's premium support? I've never had support in my life.}
A: It's an add-on, it started as a free trial in $month.
C: I never asked for a trial.
--
@ cause=date
A: ~ This one covers five weeks rather than four, because your billing date moved.
C: Who moved it?
A: It moves when the card on file is replaced. You changed the card on the $date.
C: So because my bank sent me a new card, you charge me more.
A: Not more in total, it's just earlier. The next one will be smaller.
--
@ cause=prorata
A: ~ You've got a pro-rated charge from the upgrade, and then the full month ahead.
C: In English?
A: A bit of the old month at the new price, plus all of the next one.
C: {Right. So it's a one-off?|Nobody said.}
A: It's a one-off.
[body ?45]
C: And what's this one, it says adjustment, four dollars ninety?
A: ~ That's a correction from $month, you were under-billed.
C: How convenient.
--
C: And I'm sure the box I sent back is still on here.
A: ~ Do you have the tracking slip?
C: I've got it on the fridge. It was delivered on the $date, signed for by somebody called Ron.
A: {Thank you, Ron.|That'll do nicely.} I'll take the box off.
[good]
@ cause=addon
A: I've taken the add-on off and credited what you paid for it, so that's $credit back on this bill.
C: Oh. So I pay what I normally pay?
A: A little less this month, and then the normal price.
--
@ cause=date,prorata
A: I can put $credit on as a credit, because the letter about it went out late.
C: That's more like it.
[bad]
A: The charges are correct according to the agreement, so I can't take them off.
C: I'm not asking for a favour. I'm asking you to charge what you said.
A: I can send you the contract, the price is on page four.
C: Page four. Of course it is.
[recap]
@ cause=addon
the add-on is gone from today, you get $credit back on this bill, and it returns to about $small a month.
--
@ cause=date,prorata
this bill had a one-off charge in it, I've credited $credit, and from $month it's your normal amount again.
[recap bad]
the charges stay as they are, I'm e-mailing you the contract, and you've got thirty days if you want to dispute it in writing.

# refund-third-call | Refund chase | annoyed | anyone | voice
[open]
@ cause=dup,card
C: This is the third time I'm calling about the same refund. $amount. It was promised on the $date.
--
@ cause=warehouse
C: I sent the equipment back seven weeks ago. Every time I call, it's five to seven days. Five to seven days from when?
--
@ cause=dup,card
C: I'm calling about a refund, reference $ref, and please don't tell me it's being processed.
C: I've heard processed so many times that it's lost its meaning.
[body]
@ cause=dup
A: ~ I can see the two earlier calls. The first person raised it, the second person closed it as a duplicate.
C: A duplicate of what?
A: Of itself, as far as I can tell.
C: {You're kidding.|Oh my God.}
--
@ cause=card
A: ~ It was approved, but it went to a card that ends in $last4. Is that still a live card?
C: No! That card was cancelled in $month. I told the first man and I told the second man.
A: Then it bounced, and nobody picked it up.
--
@ cause=warehouse
A: ~ The warehouse booked the return under a different serial number, so the system thinks you still have the router.
C: I've got the receipt in my hand.
A: Could you read me the last six digits on it?
C: {Four, four, one, zero, eight, two.|Seven, three, three, nine, one, one.}
A: That's the one. They've typed a seven for a one.
[good]
@ end=check
A: I've reissued it by check to your address and asked for it to be sent today, not in the weekly run.
C: Today. You personally.
A: It has my name on it, so yes.
--
@ end=transfer
A: I've got approval for an instant transfer, it'll be in your account within two hours.
C: After seven weeks, it takes two hours.
A: It's not a proud moment for us.
[bad]
A: I have to open a new case, because the old one is locked.
C: A new case. So that's another five to seven days.
A: Seven to ten for a new one.
C: {Incredible.|You hear yourself, don't you?}
[recap]
@ end=transfer
the refund of $amount goes out today to the right account, the old case is closed properly, and it's under my name in the notes.
--
@ end=check
check for $amount, first class, to the address we've got, and if it's not there by $weekday you ask for case $ref.
[recap bad]
there's a new case, $ref, they owe you an answer within ten days, and I've linked the two old calls to it.

# refund-moved-abroad | Refund chase | hassle | anyone | voice chat
[open]
C: I closed my account when I moved to $country and you still owe me the deposit, $amount.
C: It keeps trying to go to a bank that I don't have any more.
--
C: Hi, I'm calling from $country, so it's expensive, can we be quick? It's about my final refund.
[body]
A: ~ We normally send a check to the last address.
C: The last address is a house I sold. There's a dentist living in it now.
A: ~ Then let me look at what we can do for overseas.
--
A: ~ Do you have any account in the States still, or a card we've billed before?
C: I've got my brother's account. Can it go to my brother?
A: Not without a form signed by both of you.
C: He's on a boat until $month.
[good]
A: We can do an international transfer. I'll need the account and the routing code by secure link.
C: {The link just came.|Hang on, got the text.} And that's all?
A: That's all. It takes about a week to land.
[bad]
A: I can only send the form out by post for that, I'm afraid that's the process.
C: By post. To $country. To get a form, to send back by post.
A: Yes.
[recap]
you fill in the secure link today, we transfer $amount to your new bank, and it takes about seven working days.
[recap bad]
I'm posting you the overseas form, you send it back with a copy of your ID, and then the $amount gets released.

# lost-job | Payment arrangement | worried | anxious polite | voice
[open]
C: I, um, I can't pay the bill this month. I lost my job on the $date and I'd rather tell you before it bounces.
--
C: I need to talk to somebody about the $amount. I can pay some of it. I can't pay all of it.
C: I've never been late in six years, you can look.
--
C: Hi. I got the red letter. My hours got cut at the {plant|hospital|warehouse} and I'm choosing between you and the electric.
[body]
A: ~ What could you manage, realistically, without leaving yourself short?
C: {Maybe forty a month?|If I could do half now and half after the $date?}
A: That's workable. The system lets me spread it over three or four months.
--
A: ~ There's nothing overdue before this one. So we've got more room than you'd think.
C: Will you cut me off? My kids do their homework on it.
A: No. While there's an arrangement in place the line stays on.
C: Okay. Okay, good.
--
A: ~ Have you seen that we've got a lower tariff for people between jobs? It's half the price for six months.
C: No, I, nobody says these things. Is it a different internet?
A: Same line, a bit slower. You'd still stream a film.
[body ?30]
C: It's embarrassing, having to ask.
A: You'd be surprised how many people call about it.
C: I was a supervisor, you know. Sixteen years.
[good]
@ end=split
A: So I've split the $amount into four, first one on the $date, with no late fees.
C: No fees at all?
A: None, as long as they arrive. If one's going to be late, ring before, not after.
--
@ end=tariff
A: I've moved you to the lower tariff and pushed this bill back by thirty days.
C: I could cry. Thank you.
[bad]
A: Because there was an arrangement in $month that wasn't kept, it won't let me set up another one.
C: That was when I was in hospital.
A: I can refer it to the hardship team, but they only call back on weekdays.
[recap]
@ end=split
four payments, the first on the $date, no late fees, and the line stays on the whole time.
--
@ end=tariff
the bill is moved by thirty days, you're on the lower tariff from today, and you call before a payment fails rather than after.
[recap bad]
I've referred you to the hardship team, they'll call on a weekday before noon, and I've paused the reminder letters for two weeks.

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
[good]
A: I've waived it. It's the first one on the account, so I can do that myself.
C: {As you should.|Easy. Thank you.}
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
[good]
A: And I've credited the eleven charges, so that's $small.
C: Until I forget and turn it back on.
A: I've flagged your address, so the system should ignore that tower from now on.
[bad]
A: I can credit this month, but the flag for border addresses is with the network people and there's a queue.
C: So next month I call again.
A: It's possible, yes.
[recap]
network selection is on manual, $small is credited, and your address is flagged as a border address.
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
[good]
A: I'll take half of it off as goodwill and put a cap on, so it stops at ten gigs.
C: Can it stop at five?
A: It can stop at one if you like.
C: Let's not start a war. Five.
[bad]
A: I can put a cap on from today, but what's used is used.
C: I thought as much. It's coming out of allowance.
[recap]
half the overage is credited, there's a cap of five gigs on that line, and you get a text at eighty percent.
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
`
