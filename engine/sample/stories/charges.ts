/** Stories of bills, fees and money that went astray. The notation is described in `conversation/script.ts`. */
export const CHARGE_STORIES = `
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
--
A: ~ The deposit is free since the $date. It's only looking for a place to go.
C: Like me, then. I'm on a friend's sofa.
--
A: ~ There was also a letter, in $month. It came back with gone away on it.
C: The dentist. He might've forwarded it.
[good]
@ end=bank
A: We can do an international transfer. I'll need the account and the routing code by secure link.
C: {The link just came.|Hang on, got the text.} And that's all?
A: That's all. It takes about a week to land.
--
@ end=card
A: If you've still got the card you paid with, I can send it back onto that, whichever country you're in.
C: I've got that. It's my lucky card. The only thing I didn't lose in the move.
[bad]
A: I can only send the form out by post for that, I'm afraid that's the process.
C: By post. To $country. To get a form, to send back by post.
A: Yes.
[recap]
@ end=bank
you fill in the secure link today, we transfer $amount to your new bank, and it takes about seven working days.
--
@ end=card
the $amount goes back onto the card you paid with, it takes three to five days, and the old address is off the file.
[recap bad]
I'm posting you the overseas form, you send it back with a copy of your ID, and then the $amount gets released.

# lost-job | Payment arrangement | strained | anxious polite | voice
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

# paid-wrong-account | Duplicate charge | hassle | anyone | voice
[open]
@ who=mother
C: I've paid my mother's bill into my account. Or mine into hers. Anyway, one's been paid twice and one not at all.
--
@ who=old
C: My bank app filled in an old reference and the payment's gone somewhere. It isn't on my bill and it isn't in my bank.
C: It's like a sock in the dryer.
[body]
@ who=old solved=yes
A: ~ Do you have the reference it went out with?
C: {It ends in zero four four.|It's eleven digits, and two of them are smudged.}
A: ~ That belongs to a line that closed in $month.
C: So it's in a grave.
--
A: ~ I can see $amount that nobody's claimed, from the $date. Is that the figure?
C: To the cent. Hello, my little sock.
[good]
@ who=mother
A: I've moved it across. Both bills show as paid from tonight.
C: And my mother doesn't need to know.
A: She won't hear it from me.
--
@ who=old
A: I've moved it over, and the bill shows as paid from tonight.
C: Out of the dryer at last.
[bad]
A: Since it landed on another customer's account, they have to agree before I can move it.
C: A stranger's got my money, and I have to wait for them to be nice?
A: They've got fourteen days to answer.
[recap]
the $amount is on the right account, nothing's overdue, and the wrong reference is deleted.
[recap bad]
we've written to the other account holder, they've got fourteen days, and your line isn't restricted meanwhile.
`
