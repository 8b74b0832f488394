/** What customers say around the matter itself, and the small accidents of any conversation. Same notation as the agents' decks; in `interlude` decks `A:` and `C:` name the speaker. */
export const CUSTOMER_LINES = `
## lead/furious
At last. I was number fourteen in the queue, then number nineteen.
I'm going to say this once, calmly, and then not calmly.
Don't ask me how I am.
I want this solved today, on this call.
Finally. I have been waiting {twenty|forty|twenty-five} minutes listening to that awful music.
Before you start, do not put me on hold again.
I am absolutely fed up, so please just listen.
I want your name first, because I am writing this down.
Right, you're the {third|fourth} person I've spoken to.
This is ridiculous, I hope you know that.

## lead/chatty
Good {morning|day} to you! I've got a cup of tea and a list.
Oh, that was quick, I hadn't even found my chair.
Hello! You're a long way away, are you? You sound a long way away.
Hi there. My daughter says that I should write things down, so I've written it down.
I was about to sing along with your music.
Oh hello, a real person, how nice.
Hi $agent, what a lovely name. I had a neighbour called that.
Hello dear, I nearly gave up, I've got a cake in the oven.
Hi, hi, can you hear me alright? I'm in the garden.
Well hello, I'm just walking the dog, so excuse the puffing.

## lead/anxious
Hello, hi, sorry, I'm a bit out of breath.
Hi. Please tell me that this is the right department.
Oh good, somebody's there. Okay. Let me think where to start.
Hello. I've been putting off this call all morning.
Hi, it's, it's a bit of a long story, I'm afraid.
Hi, um, I hope I'm calling the right number.
Hello, I'm a bit, I'm a bit worried actually.
Hi. I don't know if you can help but I didn't know who else to call.
Okay, hi, so, I think something's gone wrong.

## lead/terse
Okay, quick one.
Morning.
Yes. So.
I've got five minutes.
Hi.
Yeah.
Hello.
Right.

## lead/polite
Hello there, thank you for answering so quickly.
Good {morning|afternoon}. I wonder if you could help me.
Hi, I'm sorry to bother you with this.
Hello, I hope it's not too busy over there.
Good day to you, thank you for taking my call.
Hi $agent, I hope you're well.
Hello, thanks, I'm sure you can help me.
Hi there. It's probably something simple.

## lead/confused
Hi, I've been through four menus and I'm not sure where I am now.
Hello? Is this a person? The last one wasn't.
Um, hello. I've read it three times and I still don't get it.
Hi, this'll sound strange.
Hello, I don't really understand this letter.
Hi, so, I'm not sure I'm doing this right.
Um, is this the company with the bird on the van?
Hello, I pressed two, but then it asked me for something else.

## lead/elderly
Hello? One moment, I'll turn the radio down. There.
Good day. I've got my letter and my glasses, so we can begin.
Oh, there you are. I was listening to the violins.
Hello, it's {Mrs|Mr} $surname here, from $street.
Hello? Hello, is that the Wrenfield people?
Oh, hello dear. You'll have to speak up, I haven't got my good ear to the phone.
Good afternoon. My {grandson|daughter|neighbour} gave me this number.
Hello, I'm eighty-{one|three|six}, so do be patient with me.

## feel/delighted
Oh, you're good. Thank you so much.
I could hug you. Thank you!
Well, that's made my week. Thank you, really.
Excellent. And you're so patient, thank you.
Superb. I'd give you a medal if I had one.
Oh, that's wonderful, thank you so much, you've been amazing.
Brilliant. Honestly, that's the best service I've had all year.
Thank you, thank you. You've really made my day.
Great, you were so helpful, I'm really happy with that.
That's fantastic. I was dreading this call and you made it easy.
You're a star, thank you. I'll be telling my sister.
Perfect, I love that. What a relief.
Wow, that was quick. Excellent, thank you.

## feel/content
Right, that sounds sensible.
Okay, good to know where I stand.
That'll do nicely.
Good, then I can stop thinking about it.
Thank you, that's clear.
Okay, that's good, thank you.
Great, thanks for sorting that.
Alright, that works for me.
Good. Thanks for your help.
That's fine, thanks.
Okay, happy with that.
Lovely, thank you.
Nice, okay. Thanks.

## feel/flat
Okay, noted.
If you say so.
I've heard that before, but okay.
So be it.
Then I'll leave it there.
Okay. I suppose that's that.
Right. Okay then.
Fine.
If that's all you can do.
Hmm, okay.
Well, we'll see.
Alright, I'll wait and see what happens.

## feel/unhappy
I'll be honest, I'm fed up with this.
Then I don't know why I rang.
It's just bad, isn't it. The whole thing's bad.
I feel let down, if I'm honest.
I'm not happy with that, to be honest.
That's disappointing. I expected better.
It's a bad way to treat people, I have to say.
Well, that doesn't really help me, does it.
I'm still annoyed, but I guess it's not your fault.
So I've wasted half an hour. Great.
That's a poor answer and you know it.

## feel/furious
This is a joke. Terrible service, honestly terrible.
I'm disgusted. I'll be leaving the moment I can.
Unbelievable. You people are useless.
That's awful. I want to make a formal complaint.
I hate dealing with this company, I really do.
No. That is not good enough, and I'll be saying so in public.

## no-more
No, that was all I had on my list.
No, we're good.
{Nothing at all.|Nothing, thank you.}
I think that's plenty for one day.
No thanks, you've covered it.
No, that's everything.
No, that's it, thanks.
That was it.
Nope, all good.
No, I think I've taken enough of your time.
No thank you, that's all.
Not unless you can fix the weather.
No, I'm done, cheers.

## no-more/bad
No.
No, I think you've done enough.
I think we're done here.
No, that's it.
What else would there be?
No, and thank you for asking, I suppose.

## extra
C: Actually, yes, how do I get paper bills? >> A: I can switch that on now, it's $tiny a month. >> C: {Oh. Leave it then.|Okay, do that please.|For paper? No thanks.}
C: Oh, one thing. Does my contract renew by itself? >> A: It goes month to month after $month, so you're free to change it then. >> C: Good to know.
C: Could you update my e-mail? It's $email2 now. >> A: {I'll change that, give it an hour.|Done, you'll get a message to confirm.} >> C: Thanks.
C: While you're there, is my daughter's line still on the family plan? >> A: It is, with ten gigs. >> C: Perfect, she'd never forgive me.
C: Yes, when does the shop on $street open? >> A: Ten until six, closed on Sundays.
C: What was the thing about free streaming for three months? >> A: You have to claim it in the app before the end of $month. >> C: I'll get my son to do it.
C: Do you know when fibre is coming to $street? >> A: The plan says next spring, but I wouldn't bet my lunch on it. >> C: Ha. Okay.
C: Can you stop the marketing texts? >> A: Yes, I'll take you off the list, it takes up to a week. >> C: Please do.
C: Just curious, is there a discount for teachers? >> A: There is, ten percent, you upload your ID on the website. >> C: Nobody tells you these things!

## extra/Card Services
C: Is it true the card charges abroad? >> A: Two percent outside the country, nothing at our partner machines. >> C: Fine.
C: How long do you keep statements in the app? >> A: Seven years. >> C: Longer than my marriage. >> A: Ha.

## barb/furious
C: And don't tell me to look at the website, I've looked at the website. >> A: I won't, let's do it here.
C: Do you actually have any power to fix this or are you just going to read to me? >> A: I can make changes to the account, yes.
C: I pay you people $amount every month. For what? >> A: {Let me get to the bottom of it.|I'm looking at it right now.}
C: Last time they promised me a call back. Guess who called. >> A: Nobody? >> C: Nobody.
C: I've got all of it in writing, you know. Every date. >> A: That's useful, what was the last one? >> C: The $date.
C: Can I finish? >> A: Go ahead.
C: You're not listening to me. >> A: I am, I'm typing while you talk.
C: I want to talk to a manager. >> A: I can ask for one, but the wait is about {ten minutes|half an hour}. Shall I try first? >> C: Try. Go on.

## interlude/chatty
C: My {sister|cousin|brother-in-law}'s with the other lot and she says it's no better. >> A: It's a tricky business. >> C: Well, she gets free cinema. >> A: Now I'm jealous.
C: Is it warm where you are? It's boiling here. >> A: We've got the fans on. >> C: Good for you.
C: Excuse the noise, that's the parrot. >> A: Does it talk? >> C: Only swears. My late husband taught him.
C: I was just saying to $kid this morning, I said, I'll ring them after breakfast, and then the plumber came. >> A: Always the way.
C: You sound just like my niece, she's in {Leeds|Austin|Toronto|Cork}. >> A: Ha, I get that a lot.
C: Did you see the game? >> A: I was working. >> C: You didn't miss much, we lost.
C: I'm making jam while we talk, so if I shout, it's the plums. >> A: What kind? >> C: The sour kind.
C: We've been with you since it was called something else. >> A: I can see that, nearly {eleven|fourteen|nine} years. >> C: You'd get less for murder.
C: It's my birthday on {Thursday|Saturday}. >> A: Happy birthday for then. >> C: Seventy. I don't look it.
C: I used to do your job, you know. Switchboard, with the cables. >> A: I'd be lost. >> C: You got the hang of it.

## interlude/anxious
C: It's not going to cost me anything, is it? >> A: Not for this, no.
C: Am I going to be in trouble for that? >> A: No, nothing like that.
C: And you're sure? Because last time it was also sure. >> A: I'm looking at it on my screen, yes.
C: My hands are shaking, I can't find my glasses. >> A: Take your time, I'm not going anywhere. >> C: Okay. Okay, got them.
C: Will it be on my credit file? >> A: No, it won't be reported.
C: Should I write this down? >> A: I'll send it as a message too. >> C: I'll write it anyway.

## interlude/elderly
C: Say that again, dear? >> A: {Of course.|Sure.} I'm reading the account, it'll only be a moment. >> C: Oh, good.
C: You're speaking very fast, you know. >> A: I'll slow down. >> C: That's better. My late husband mumbled, so I'm used to worse.
C: Let me get a pencil. This one's blunt. Go on. >> A: There's nothing to write yet. >> C: I'll keep it handy.
C: I had it all written down and now I'm sitting on it. Here. >> A: Is there a number at the top? >> C: There's a coffee stain at the top.
C: My $kid does all of this for me, but it's abroad now. >> A: We'll manage between us.
C: I don't do the internet bank, I go to the branch. >> A: That's fine, we can do it by phone.

## interlude/confused
C: Wait, say the last bit again? >> A: I said that I'm checking it on this side first. >> C: Your side. Okay.
C: Should I be looking at something? >> A: Not yet, no. >> C: Good, because I'm looking at the cat.
C: Is that normal? >> A: It happens a few times a week. >> C: So it's half normal.
C: Who decides that? >> A: The system, mostly. >> C: And who's that?

## interlude/terse
C: And? >> A: Nearly there.
C: Is this going to take long? >> A: Two minutes.
C: I'm at work. >> A: I'll be quick.

## interlude/polite
C: Take your time, I know you're busy. >> A: Thank you, that's kind.
C: I don't want to make a fuss, I just thought I'd mention it. >> A: No, it's good that you did.
C: I used the help pages first, they were quite good actually. >> A: I'll pass that on. >> C: Just not for this.

## interlude/any
C: Hello? You went quiet. >> A: I'm here, I was reading.
A: You're breaking up a little, can you say that again? >> C: I said, I already tried that. >> A: Got it, thanks.
C: One second, somebody's at the door. No, leave it on the step! Okay, I'm back. >> A: No problem.
C: Shh, $kid, I'm on the phone. Go on. >> A: No rush. >> C: No, go on, it'll only get louder.
A: Was that B for bravo or D for delta? >> C: D. D for dog. >> A: Got it.
C: My battery's on {nine|six|four} percent, so if I drop, call me back. >> A: On the number you're calling from? >> C: Yes please.
A: What number's best if we get cut off? >> C: $phone. >> A: Thank you.
C: I'm in the car, hands free, so I can't look at anything. >> A: That's alright, I'll read it out.
C: Somebody's drilling next door, can you hear that? >> A: I can, but I can still hear you.
A: And what's the best e-mail for that? >> C: $email. >> A: Is that all lower case? >> C: Yes, all small.
C: Sorry, I dropped the phone. What did you say? >> A: I said I've got it open in front of me. >> C: Right, right.
C: Can you speak up a bit? >> A: Is that better? >> C: Much better.
A: Sorted, let me just type that in. >> C: Take your time.
C: Is this call being recorded? >> A: It is, for quality. >> C: Good.

## interlude/Technical
C: Is that the thing with the little wheel? >> A: The settings, yes, it looks like a cog. >> C: I've got something like a flower. >> A: That's the photos. Try the grey one. >> C: Ah.
C: Hold on, I have to put the phone down to look. >> A: I'll wait. >> C: Right, I'm back. I can't see it. >> A: Is it maybe on the back? >> C: Oh yes. There's a sticker.
C: When you say portal, do you mean the app? >> A: The website, but you can use the app. >> C: The one with the bird. >> A: The one with the bird.
C: It says firmware. Is that bad? >> A: No, it's just the software inside. >> C: It looks hard to me.
C: There's a sticker with about forty numbers on it. >> A: The one after S slash N. >> C: {Nine, zero, W, four, four.|Six, six, T, two, one.}
A: Can you see any lights at all? >> C: One, and it's looking at me.

## interlude/Billing
C: Can I pay a bit of it now? My card's $cardSpoken and the three on the back are $cvv. >> A: Please don't read those out, use the link that I've just sent. >> C: Oh. Well, it's out now.
C: Shall I give you the card? It's $card. >> A: You don't need to, it's on file. >> C: I never know when to stop.
C: Wait, is that the account number or the customer number? >> A: The account number, it starts with a W. >> C: Mine starts with a seven. >> A: That's the invoice. Look further up.
C: I've got two letters here and they say different things. >> A: What are the dates on them? >> C: One's the $date, the other one, no date. >> A: Go with the dated one.
C: So is that before tax or after? >> A: After. >> C: And the other number? >> A: That's before. >> C: Why are there two?
C: Sorry, you've lost me. >> A: Let me try again. There's one charge, and one credit, and they cancel out. >> C: So it's nothing. >> A: It's nothing.
C: Hang on, which month are we talking about? >> A: $month. >> C: Oh. I was looking at the one before.
C: Say that again, dear? >> A: {Of course.|Sure.} I said it'll show on the next bill. >> C: On the next bill. Right.
C: In my day you just paid the man at the door. >> A: Simpler times. >> C: He was a crook, mind you.

## interlude/Card Services
C: Do you need the number? It's $card. >> A: No, I can see the card, please keep it to yourself. >> C: Too late, I'm quick.
C: And the code on the back, that's $cvv. >> A: That one I'm not even allowed to hear.
C: Which card do you mean, the blue one? >> A: The one with the bird, yes. >> C: They both have a bird.
C: Do you see everything I buy? >> A: The shops and the amounts. >> C: Then you know about the shoes. >> A: I've seen nothing.
C: My bank said to call you and you said to call my bank. >> A: You're in the right place. >> C: I'll believe it in a minute.
C: Is the app safe, by the way? >> A: As long as the phone's locked. >> C: It's one two three four. >> A: I'd change that today.

## interlude/Orders
C: My last one came in a box big enough for a dog. >> A: They've got one size, I think.
C: Does the driver ring, or does he only knock? >> A: He's supposed to do both. >> C: He does neither.
C: I've got the order number, if it helps, it's $ref. >> A: That helps, thank you.
C: Can he leave it behind the bin? >> A: Not with a signature. >> C: The bin can't write, fair enough.

## feel/loss
Thank you. You've been very kind.
That's one thing off the list, at least. Thank you.
Thank you for not making me explain it twice.
Okay. Thank you. That helps more than you know.

## feel/loss/bad
I don't have the strength for this today.
You'd think that this would be the easy part.
I'm sad that I have to fight for something like that.
It's a terrible time to be sent in circles.

## interlude/loss
C: Give me a moment, please. >> A: Of course. >> C: Okay. Go on.
C: I've had my coat on in the house all morning, I don't know why. >> A: Take all the time you need.
C: You're the fourth company today. >> A: I'll keep it short. >> C: The bank was the worst.
C: There's a whole drawer of these. Everything's labelled. That's just how it was, everything labelled. >> A: That makes it easier now. >> C: It does, yes.
`
