/** Stories of the retention queue. */
export const RETENTION_STORIES = `
# better-offer | Cancellation | annoyed | anyone | voice chat
[open]
C: I want to cancel. I've got an offer from the other company and it's {fifteen|twenty} dollars less, for the same speed.
--
C: Cancel my contract, please. All of it. And I don't want to be talked out of it.
--
C: I'm leaving you. It's not me, it's you.
[body]
@ ast=yes
A: ~ Is it the price, or is it also how it works?
C: The price. It works. When it works.
A: ~ What are they offering exactly, is the box included?
C: {I'd have to look. There's an asterisk.|Everything's included for six months.}
A: And after the six months?
C: The asterisk.
--
@ ast=no
A: ~ I can look at what I'm able to offer, or I can just close it, whichever you prefer.
C: You've got thirty seconds.
A: Same speed, $small instead of $small2, for a year.
C: Why didn't I get that before I threatened you?
--
@ ast=no
A: ~ You've got {four|seven} months left on the contract, so there'd be an early fee of $amount.
C: They said they'd pay that for me.
A: They do, as a voucher, after ninety days.
C: A voucher for what?
A: For them.
[body ?40]
C: My neighbour pays less than me, he's got the same thing, and he's been with you for ten minutes.
A: It's the new customer price.
C: I'm the old customer. I've been here since $month nine years ago. There should be an old customer price.
[good]
@ end=a
A: So I'd put you on $small, twelve months, and I'd waive the fee for the box.
C: {Fine. You win.|Okay. But I'm putting it in my calendar.} I'll be back in a year.
--
@ ast=yes end=b
A: I've matched it, minus the asterisk.
C: Then I'm staying. My wife will be pleased, she hates change.
[bad]
@ end=fee
A: I can't go that low. I've closed it for the end of $month, and the final bill will have the fee in it.
C: Nine years. And that's it.
A: You'll get a box to return the equipment in.
--
@ end=close
A: There's no offer on your account that I can use.
C: Then it's simple. Close it.
A: It's closed from the $date.
[recap]
@ end=a
you stay, $small a month for twelve months, box fee waived, and the other order you need to cancel yourself.
--
@ end=b
price matched at $small, no new equipment, and it runs until next $month.
[recap bad]
@ end=fee
the service ends on the $date, the early fee is $amount, and the return box arrives within a week.
--
@ end=close
it's closed from the $date, the last bill comes a week later, and the box goes back in the carton.

# moving-abroad | Cancellation | neutral | polite chatty | voice chat
[open]
C: I'm moving to $country for work, so I have to cancel. It's nothing you did.
--
C: I've got a new job in $country, I fly on the $date. How do I close everything down?
[body]
@ who=brother solved=yes
A: ~ Is anybody staying at the address who might take it over?
C: My brother. He's thirty-four, he can pay for something.
A: I can move it into his name, then there's no fee at all.
C: {He doesn't know it yet, but he's delighted.|Let me text him. He says what's the password.}
--
@ who=self
A: ~ For a move out of the country there's no early fee if you've got proof, a contract or a ticket.
C: I've got the visa, it has a terrible photo on it.
A: The photo's fine.
--
@ who=self
A: ~ And the mobile number, do you want to keep it alive? It's a few dollars to park it.
C: My bank sends its codes there, so I'd better.
A: That's what most people find out at the airport.
--
@ who=self
A: ~ The box and the television thing come back to us, is there somebody who can post them?
C: I'll do it between the farewell party and the taxi.
A: The label's good for thirty days.
[good]
@ who=self
A: It's set to close on the $date, no fee, and I've kept your e-mail address alive for six months.
C: That's thoughtful. I'd forgotten about the e-mail.
--
@ who=brother
A: It goes into your brother's name on the $date, and from then on you've got nothing to do with it.
C: He'll ring me about it every week, but fine.
[bad]
A: The proof has to be thirty days ahead, and you've got {nine|twelve}, so the fee would apply.
C: They told me nine days ago that I got the job.
A: I can't get round the thirty.
[recap]
@ who=self
it closes on the $date, no fee once the proof's uploaded, and the mailbox stays for six months.
--
@ who=brother
the line goes into your brother's name from the $date, there's no fee, and his first bill comes a month later.
[recap bad]
it closes in thirty days, $amount for the remaining time, and the form for exceptions is in your e-mail.

# never-worked | Cancellation | annoyed | anyone | voice
[open]
C: I've had it for five weeks, and it's worked for maybe three days. I want out and I'm not paying a fee.
--
C: Two technicians, three boxes, eleven phone calls. I've made a list. I'm done.
C: I don't want another technician. The last one ate a sandwich on my stairs.
[body]
A: ~ I can see the visits. The last report says line within limits.
C: I'd like to know whose limits.
A: ~ You've got drops on nineteen of the last thirty days.
C: Thank you! You're the first one who's looked.
--
A: ~ We've got a guarantee: if it isn't fixed in thirty days, you can leave.
C: And on which page was that?
A: It's on the website, under a plus sign.
C: {I didn't press the plus sign.|Naturally.}
[good]
A: It's cancelled as of today, no fee, and I've refunded both months.
C: Just like that? I had a whole speech.
A: You can still give it.
C: No. No, that's, thank you.
[bad]
A: The system counts from the last visit, so day thirty would be on the $date. Before that there's a fee.
C: So I've to suffer for another two weeks to be allowed to leave.
A: Or pay $amount today.
[recap]
cancelled today, both months refunded, and the courier collects the box from your door.
[recap bad]
from the $date you can leave without a fee, I've set a reminder, and the drops are logged on case $ref.

# contract-end | Contract end | neutral | anyone | voice chat
[open]
C: My contract's up on the $date. What happens if I do nothing?
--
C: I got an e-mail that my deal's ending. Does it mean the internet stops?
--
C: I'm out of contract, and I'd like to see what you'd give me. I've done this dance before.
[body]
A: ~ If you do nothing, it goes to the standard price, $amount a month.
C: From $small?
A: From $small.
C: That's a punishment for being busy.
--
A: ~ I've got three. The same for less, faster for the same, or the bundle with a phone.
C: What do people take?
A: Most take the second one. I'd take the first, if you're happy with the speed.
C: {An honest man.|That's refreshingly honest.}
--
A: ~ How many of you are at home now?
C: It was five. Now it's me and the dog. They've all gone off to college.
A: Then you're paying for speed that no one's using.
C: The dog's not online much, no.
[good]
@ end=a
A: So that's the smaller plan, $small a month, and you can change every thirty days.
C: No contract at all?
A: None.
--
@ end=b
A: I've renewed it for eighteen months at the old price.
C: The old price. That's all I wanted.
[bad]
A: The old price isn't available any more. The lowest I've got is $small2.
C: I'll think about it. Which means no.
[recap]
@ end=a
the smaller plan from the $date, $small a month, cancel any time with thirty days.
--
@ end=b
eighteen months, same price as now, and I've put a reminder on for the month before it ends.
[recap bad]
nothing's changed today, the standard price starts on the $date, and the offer of $small2 is open for two weeks.

# rude-technician | Complaint | annoyed | anyone | voice
[open]
@ kind=visit
C: I want to make a complaint about the man you sent. He called my house a museum, and not in a nice way.
--
@ kind=call
C: One of your people shouted at my mother on the phone. She's seventy-eight. She cried.
--
@ kind=visit
C: I've got a complaint and I want it written down in my words, not yours.
[body]
@ kind=call
A: ~ When did it happen?
C: On the $date, about $time. She wrote it down, she writes everything down.
A: ~ I can see the call. It was with another department, eleven minutes.
C: Have you got the recording?
A: I can't play it, but I can mark it so that nobody deletes it.
--
@ kind=visit
A: ~ Tell me in your words then, and I'll type while you speak.
C: He walked in with his boots on. I said could you take them off. He said could you take the dog out. The dog lives here!
A: The dog, lives, here. Okay. And then?
C: He did the job in four minutes, and it didn't work.
[body ?50]
C: I don't want a voucher. I want somebody to say it was wrong.
A: I've put that as the outcome you're asking for.
C: {And it's going to be read?|Good.}
A: By a person with a name. Her name is $lead.
[good]
A: $lead will call you by $weekday, and you'll have it in writing as well.
C: If she calls, I'll be satisfied. I'm not asking for the moon.
[bad]
@ kind=call
A: It takes up to eight weeks to be looked at, you'll get a letter.
C: Eight weeks! She could be dead by then.
--
@ kind=visit
A: It takes up to eight weeks to be looked at, you'll get a letter.
C: Eight weeks. He'll have walked his boots through fifty houses by then.
[recap]
@ kind=call
complaint $ref in your own words, the recording's kept, and $lead calls by $weekday.
--
@ kind=visit
complaint $ref in your own words, the visit is on the file, and $lead calls by $weekday.
[recap bad]
complaint $ref, an answer within eight weeks, and if you don't agree with it the ombudsman's address is in the letter.

# three-months | Complaint | annoyed | anyone | voice
[open]
@ cb=no
C: I've been going round in circles for three months. I've got a folder. The folder has tabs.
--
@ cb=no
C: Every time I call, somebody promises me something, and the next person's never heard of it.
C: It's like talking to a goldfish.
--
@ cb=yes
C: I was told a manager would call me within forty-eight hours. That was on the $date.
[body]
A: ~ I've got seven contacts. Shall I read you what each one says, so we see where it broke?
C: Please do, I want to hear it.
A: ~ First, wrong plan. Second, plan corrected. Third, correction undone by the monthly run.
C: So it was right, and then a machine made it wrong.
A: And the next four are people looking at the third.
--
A: ~ What would put it right for you, if you could choose?
C: The price I signed for, and somebody's direct number.
A: The first I can do. The second is harder.
C: {I knew it.|Try.}
--
@ cb=yes
A: ~ The callback was logged to a number ending $last4. Is that yours?
C: That's my {fax|office|old} number. No one's answered that in years.
[good]
A: I've changed it at the source this time, not on the bill, so the monthly run can't touch it. And you've $amount back.
C: I'll believe it when I see the next bill. But thank you. You're the first who's read it all.
--
A: I'm keeping the case open under my own name until your next bill's out. I'll ring you on the $date.
C: You'll ring me?
A: It's in my calendar.
[bad]
A: I need to escalate it, and the escalation desk isn't in until $weekday.
C: Number eight. You're number eight in the folder.
[recap]
the plan is fixed at the source, $amount comes back, and I call you on the $date when the bill is out.
[recap bad]
it's escalated with all seven contacts attached, they're in on $weekday, and nothing's due from you until it's settled.

# father-passed | Bereavement | loss | polite anxious elderly | voice
[open]
@ who=father
C: Hello. My father passed away on the $date, and he had his phone and the internet with you. I don't, I don't know what I need to do.
--
@ who=mum
C: I'm calling to close my mum's account. She died. It's, um, it's the third call like this today.
--
@ who=husband
C: I'm going through my late husband's papers and there's your bill. I think I have to tell you.
[body]
@ who=father,mum
A: ~ Thank you for telling us. Are you the executor, or is somebody else looking after the estate?
C: It's me and my sister. We haven't got the certificate yet.
A: That's alright, you can send it any time. I'll stop the bills from today regardless.
--
@ who=father
A: ~ Is there anybody still living at the address?
C: My mother. She uses the phone, every day.
A: Then we'll leave it connected and put it in her name, if she'd like that. The number stays.
C: The number's been the same since I was born.
A: It stays.
--
A: ~ Would you like to keep the voicemail? Some people do.
C: I hadn't, oh. Can you do that?
A: We can save the greeting as a file and send it to you.
C: Yes. Please. Yes.
[body ?40]
@ who=father
C: Sorry. I thought I'd be fine with the phone calls.
A: There's no rush at all.
C: He used to ring me every Sunday at six. On that phone.
A: Take as long as you need.
[good]
@ end=a
A: It's all closed as of the day itself, so anything taken since goes back to the estate. There's nothing to return and nothing to pay.
C: That's the easiest one I've had. Thank you for being kind.
--
@ who=father end=b
A: I've put the line in your mother's name and removed the mobile. She'll get one letter, and it's a plain one.
C: Thank you. Really.
[bad]
@ who=father
A: The system doesn't let me close it without the certificate number.
C: But I just said that we haven't got it.
A: The bill will keep coming until then. You can ignore it.
C: She's opening the letters, you know. With his name on.
--
@ who=mum,husband
A: The system doesn't let me close it without the certificate number.
C: I haven't got a certificate. I've got a drawer full of envelopes, and every week there's one more of yours.
[recap]
@ end=a
the account's closed from that day, the balance goes back to the estate, and you send the certificate whenever it's ready.
--
@ end=b
the phone stays on in your mother's name, same number, and the greeting comes to you by e-mail.
[recap bad]
once you've got the certificate you upload it with $ref, then it closes back to the day, and nobody will chase the bill.
`
