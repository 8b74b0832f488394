/**
 * What agents say around the matter itself. Decks are headed `## name`; a line with ` >> ` is an exchange, agent
 * first, then turn about. `{a|b}` is a choice, `$word` a value of this conversation.
 */
export const AGENT_LINES = `
## greet/warm
$hi! Wrenfield, this is $agent, and it's nice to have you on the line. What's happened?
Hello, welcome to Wrenfield. I'm $agent. What would you like to sort out?
Thanks for waiting, this is $agent at Wrenfield. How can I help you?
$hi, thank you for calling Wrenfield, you're through to $agent. How can I help you today?
$hi, this is $agent at Wrenfield. What can I do for you?
Hello there, thanks for calling Wrenfield, my name's $agent. How can I help?
$hi and welcome to Wrenfield, $agent speaking. How are you doing today?
Hi, you've come through to $agent at Wrenfield. How can I make your day a bit easier?
Thank you for calling Wrenfield, this is $agent. What's going on?
$hi, $agent here from Wrenfield. Tell me what I can help you with.
Thanks for waiting, and welcome to Wrenfield. I'm $agent, how can I help?

## greet/brisk
Wrenfield, hello, $agent here. What's the matter?
$agent, Wrenfield. How can I help?
$hi, Wrenfield $queue, you're speaking to $agent.
Thanks for calling Wrenfield. $agent. What's happening?
Wrenfield, $agent speaking, how can I help?
$hi, $agent at Wrenfield.
Wrenfield $queue, this is $agent. Go ahead.
Hi, $agent here, Wrenfield. What can I do for you?
Thanks for calling Wrenfield, $agent speaking.
This is $agent with Wrenfield, how can I help you?

## greet/scripted
$hi and thank you for calling Wrenfield. My name is $agent. May I ask the reason for your call?
Wrenfield $queue, my name is $agent. It is a pleasure to assist you today.
Thank you for your patience, and welcome to Wrenfield. You are connected with $agent. How may I help?
$hi, this is $agent from Wrenfield, your partner for home and mobile. How can I help you today?
Thank you for calling Wrenfield, broadband, mobile and card. My name is $agent, how may I help you today?
$hi, thank you for choosing Wrenfield. You are speaking with $agent in $queue. How may I assist you?
Welcome to Wrenfield. My name is $agent and calls are recorded for training. How may I help you?
$hi, my name is $agent, thank you for contacting Wrenfield $queue. How can I be of assistance?
Thank you for calling Wrenfield, where good connections start. This is $agent. How may I help you today?

## greet/rambling
Wrenfield, hello, this is $agent, it's all happening at once today. What can I do?
$hi, Wrenfield, $agent speaking, and if I sound far away it's the headset, I've asked for a new one. How can I help?
Hello and thank you for calling Wrenfield, you've got $agent, second day back from holiday. What can I help with?
Hi, $agent at Wrenfield, I was just about to have lunch but this is better. Tell me.
$hi, thanks so much for calling Wrenfield, this is $agent, it's a bit of a {busy|loud|mad} one in here today, so if you hear anybody in the background that's not you. How can I help?
Hello, hello, $agent here at Wrenfield, thank you for waiting, I know the music isn't great. What can I do for you?
$hi, you're through to Wrenfield, $agent's my name, and I've got my coffee so I'm all yours. How can I help?
Hi there, this is $agent at Wrenfield, hope you're having a decent {morning|week|day} so far. What have you got for me?

## greet/hesitant
$hi, um, Wrenfield, my name is $agent. What, what can I help you with?
Hello, you've reached Wrenfield. I'm $agent. Uh, how are you?
Hi, Wrenfield, $agent here. Um. Go ahead.
Thanks for calling, this is $agent, from, from Wrenfield. How can I help?
Hi, um, thank you for calling Wrenfield, this is $agent. How can I help?
$hi, you're, uh, you're through to $agent at Wrenfield. What can I do for you today?
Hello, Wrenfield, $agent speaking. Um, how can I help you?
Thank you for calling Wrenfield. My name's $agent, how, how can I help?

## no-greet
Yes, hello?
Yes, go on.
Go ahead.
Hello, what's the problem?
Yeah, hi. What's it about?
Billing or something else?
Mm. What's the trouble?
Mm-hm, hello.
Okay, I'm here now. What do you need?
Yes?

## greet/chat
Hi $customer, thanks for contacting Wrenfield. I'm $agent. How can I help today?
Hello! You're chatting with $agent at Wrenfield. What can I do for you?
Welcome to Wrenfield chat, my name is $agent. How can I help you?
$hi, $agent here from Wrenfield. I've read your first message, let me help with that.
Hi there, this is $agent. Thanks for waiting, how can I help?

## no-greet/chat
Go on
Yes
what is it about
Ok, what do you need
hi

## verify
I'll need the name on the account and the passcode before I can say anything. >> $customer $surname, and it's $pin. >> Thank you, $customer.
Just so I don't tell your secrets to a stranger: date of birth, please? >> Ha. $birth. >> And the street you live in? >> {$street.|It's $street, for twelve years now.} >> That's you.
Could I verify two details? The ZIP code first. >> $zip. >> And the last four of the card we bill? >> $last4. >> Lovely, both right.
Are you the account holder? >> I am. >> Then for security, your full name and date of birth. >> $customer $surname, $birth. >> That's fine.
Security first, I'm afraid. What's the word you chose? >> The word? >> It's like a password, it has {five|six} letters. >> $pet? >> That's it.
I've got a $customer $surname here, is that you? For security I'd need your date of birth. >> It is. $birth. >> Thank you.
Would you confirm the address on the account for me, please? >> $address. >> And the ZIP? >> $zip. >> All verified.
One thing before I look: what's your date of birth, for verification? >> $birth. >> Thanks. >> You're welcome.
Before I go in, can I verify you quickly? Your full name and date of birth, please. >> $customer $surname, $birth. >> {Perfect|Lovely|That matches|Great}, thank you.
For security, could you give me your name and the first line of the address? >> It's $customer $surname, $address. >> Thank you, that's all matching.
I just need to take you through security. Can you confirm your date of birth for me? >> $birth. >> And the ZIP code? >> $zip. >> Thanks, you're through.
Let me verify the account first. What's the four-digit passcode? >> {Um, is it|It should be|I think it's} $pin. >> {That's the one.|It is, thank you.|Yes, that's it.}
Can I confirm who I'm speaking with? >> $customer. $customer $surname. >> And for security, the last four digits of the phone number on the account? >> $last4. >> Great, thanks.
May I have your date of birth and the billing ZIP, just so I know it's you? >> {Sure, it's|Yep.|Okay.} $birth, and $zip. >> Brilliant, that's you verified.
To verify the account, I'll need your name, and the e-mail we have on file. >> $customer $surname, and it's $email. >> Spelled how it sounds? >> Yeah. >> Got it, thank you.
First some security. Name and address for me, please? >> $customer $surname, $address, $zip. >> And roughly how much was the last payment? >> Around $small, I think. >> That's close enough, thanks.
I'll need to ask two security questions. Your date of birth? >> $birth. >> And which of our products do you have? >> {Broadband and the mobile.|Just broadband.|Broadband, a phone, and the card.} >> That's right, thank you.
Okay, and for data protection can I take your full name and your password? >> Oh, {I never remember|it's been ages|let me think}. $pet? >> Yes, that's the one.
Could you confirm the account holder's name and date of birth for me? >> That's me, $customer $surname, $birth. >> Thank you, $customer.
Let me make sure I'm in the right account. For security, what's your mobile number with us? >> It's $phone. >> And your date of birth? >> $birth. >> Wonderful, I've got you.
Quick security check: your name, and the passcode on the account. >> $surname, $customer. Passcode's $pin. >> Good, thanks.
I've sent a six-digit code to your phone to verify you, can you read that out? >> Hang on. {It's coming. Okay.|There it is.} $code. >> That's confirmed.

## verify/brief
For security, your name and date of birth? >> $customer $surname, $birth.
Quick security question, what's the passcode? >> $pin.
Can you confirm your date of birth for me? >> $birth.
First line of the address, for security? >> $address.
Let me verify you, what's your full name and ZIP? >> $customer $surname, $zip.

## verify/chat
For security, can you confirm your full name and date of birth? >> $customer $surname, $birth >> Thank you, that matches.
Before I open the account, please confirm the first line of your address and ZIP. >> $address $zip >> Perfect, thanks $customer.
I need to verify you first. What is the four-digit passcode? >> $pin >> Thank you.
Could you confirm the e-mail on the account and your date of birth for security? >> $email and $birth >> Verified, thank you.

## no-verify
I've got an account up here from the number you're ringing from.
Okay, I can see it here.
Right, I'm in.
It came up by itself when you rang, so I'm already in.
Let me open that. Mm-hm, I'm in the account.
I've found you by the phone number.

## empathy/annoyed
I'm really sorry about that, I'd be annoyed too.
I completely understand why you're frustrated, that shouldn't have happened.
I'm sorry, that's not what you should be dealing with on a $weekday.
I can see why that's upset you. Let me get it sorted.
Oh no, I'm sorry to hear that. That's the last thing you need.
That must be really frustrating, especially when you've done everything right.
I do apologise, $customer. You shouldn't have had to chase us for that.
I hear you, and I'm sorry. Let's see what's gone wrong.
I understand, that's a lot of hassle over something that should just work.
Honestly, I'd feel the same. I'm sorry it's come to this.
I'm sorry for the trouble you've had, I can hear it's been a long {week|day|month}.
That does sound frustrating, and I'm sorry nobody told you sooner.

## empathy/worried
I understand, that's a horrible feeling. You did the right thing calling straight away.
I'm sorry, that must be really worrying. Let's make it safe first and talk after.
Please don't worry, I can see why you're anxious, and we'll go through it together.
I can hear this has given you a fright, and I'm sorry. We'll sort it out.
That must have been a shock. I'm sorry, $customer.
I understand how stressful that is, especially when you're {away from home|in a hurry|on your own with it}.
I'm sorry you're having to deal with this. You're in the right place.

## empathy/loss
I'm so sorry for your loss.
I'm very sorry to hear that, and thank you for taking the time to call when it can't be easy.
Oh, I'm so sorry. Please take all the time you need.
I'm really sorry for your loss, {$customer|truly}. I'll make this as simple as I possibly can for you.

## empathy/hassle
I understand, that's a nuisance when you've waited in for it.
Oh, I'm sorry about that, I know how disruptive it is.
I can see why you'd want that cleared up, I'm sorry for the hassle.
I appreciate that's frustrating, especially with everything else you've got on.
I'm sorry about the inconvenience. Let's find out where it's stuck.
That's a pain, I'm sorry. I completely get why you're calling.
I understand, nobody wants to spend their {lunch break|evening|day off} on that.

## empathy/neutral
I understand, there's a lot of small print. I'm happy to go through it with you.
I can see why you'd want to check, I appreciate you asking first.
Completely understand, let's take it step by step.
I understand, and I'm sorry if we didn't make that clear.
I appreciate that, it's good that you called before deciding.
I completely understand. Let's see what we can do.

## no-empathy
Alright. What's the name on it?
Let me see.
Okay, and what do you want to happen?
Hm. Okay.
Right, I need to look at the account for that.
Okay.
Right.
Mm-hm.
Okay, let me look.
Right, so what's the account?
Uh-huh. And when was this?
Okay, one second.
Let me check the system.
Fine. Let's see.
Got it.

## lookup
I'll go into the account for that.
Okay, I've got two windows open, it's in the other one.
Let me read what my colleague wrote.
Let me see when that was.
It's loading.
Right, I need to go one screen back.
I'm looking for the entry.
Let me check that against the contract.
Let me pull that up.
Let me just bring up your account.
Give me a second while this loads.
I'm just looking at the notes.
Bear with me one moment.
Okay, let me see what it says here.
Let me have a look at the history on this.
Just getting into the right screen.
One moment, it's thinking about it.
Let me find the last few entries.
I'm scrolling back through it now.
Just a moment while I check.

## lookup/rambling
Right, let me get into this, it's one of those systems where everything is behind three other things, you know how it is.
So I'm just opening it up, I've got two screens and of course it's always on the other one.
Let me see, let me see, and it's loading, it always does this after lunch.

## lookup/hesitant
Um, let me, let me just find that.
Okay, so, um, I think it's under a different tab. One second.
Uh, bear with me, I'm just, I'm finding my way around this one.

## lookup/scripted
Allow me a moment while I access your account details.
Thank you. I will now review your account.
Kindly allow me one minute to check this for you.

## long-quiet
Still with me? It's just loading.
Nearly there.
Okay. Um.
Still looking.
Right, here it is.

## hold-ask
Can I put you on a brief hold while I check that with {my team lead|the back office|a colleague}? >> {Sure.|Okay.|Yeah, go on.|If you have to.}
I need to speak to another department about this, is it okay if I pop you on hold for a minute? >> {Yes, fine.|Alright.|How long is a minute?}
Would you mind holding while I look into it? >> {No, go ahead.|That's fine.|Okay, but please come back.}
I'm going to place you on a short hold so I can read this properly. >> {Okay.|Right.|Mm, okay.}
Is it alright if I put you on hold? It won't be long. >> {It's what they said last time.|Okay.|Go on then.}
Let me get someone from {billing operations|the network desk|the depot} on the other line, I'll put you on hold for that. >> {Fine.|Okay, thanks.|Sure, I'll wait.}
The system wants a supervisor's approval for that, may I put you on hold? >> {Yes.|Okay, sure.|I suppose.}

## hold-ask/Card Services
I'm waiting on the authorisation console, it's very slow today. May I put you on hold? >> {Okay.|Again?|Sure.}
The new console is asking me to re-authenticate, can I put you on hold while it does that? >> {Alright.|How long?|Yes, okay.}
I have to put you on hold, the card system freezes if I talk and click. >> {Ha, okay.|Right.|Fine.}
This console takes a couple of minutes to show the block, can I put you on hold for that? >> {If it's quick.|Yes.|Okay, I'm here.}

## hold-back
Are you there? Thanks for holding, that took longer than I wanted. >> {It did.|No worries.|I made tea.}
Hello again. >> Hello.
I've got them to look at it. Thanks for waiting. >> And?
Okay, back. Thank you for holding on. >> {Sure.|I nearly fell asleep.}
Thanks for holding, $customer.
Hi, thank you for waiting, I'm back.
Hello, are you still there? Thanks for holding. >> Yes, still here.
Thank you for your patience. >> {That's okay.|That was not a minute.|Mm.}
Okay, I'm back with you. >> {Great.|Finally.|Hi.}
Thanks for bearing with me there.
Right, I've got an answer. >> Okay.

## recap-lead
Let me recap, so that nothing gets lost:
To recap in three points:
So, a recap before I let you go:
Let me summarise that for you:
May I summarise?
Just a short recap from me:
Okay, let me go over that from the top:
So, just to recap:
Let me quickly recap what we've done:
Okay, so to summarise,
Just to go over that once more:
So we're both clear, to recap:
Before we finish, a quick summary:
To sum up what we've agreed:
Right, let me go over that with you:
So to recap where we are,
Quick recap so you've got it all in one place:

## recap/transfer
you go to the other team now, they see my notes, and you don't need to explain it all again.
I'm connecting you in a moment, the case is $ref, and they know what has been tried.
my notes go with you, their desk is open until eight, and if you get cut off you quote $ref.
they take it from here, nothing changes on the account today, and it's all written down.
the other team decides about it, I've told them what you want, and they ring you back if the line drops.

## recap-answer
{Yes.|Yep.} Just as you said.
Okay, I could even repeat that.
That's clear, thank you.
Wonderful. I've put it on the fridge.
Alright, that's what I understood, too.
Great, so I don't have to do a thing.
{Perfect.|Great.|Yes, that's right.}
Got it, I wrote that down.
Okay. And that's definitely on the account?
Yep, all clear.
Right. Thanks for spelling it out.
Good, that helps.
Mm-hm, got it.

## recap-answer/bad
{Right.|Mm-hm, noted.}
I've written that down, with the date.
Okay. We'll see if it happens.
If you say so.
Fine. And your name was $agent?
Right. I'll hold you to that.
Mm.

## further
While you're on the line, is there anything else?
Is there anything else that's been bothering you?
Anything else I should look at before we hang up?
Is that all for today, or is there anything else?
Anything else you need from us?
And apart from that, is there anything else?
Is there anything else I can help you with today?
Anything else I can do for you while I've got you?
Was there anything else on your mind?
Is there anything else you'd like me to look at?
Can I help with anything else today?
Before you go, anything else at all?
Have I covered everything, or is there anything else?
And is there anything else I can help with, $customer?

## close/warm
You're very welcome. Thanks for calling, $customer, and you take care now. >> {You too, bye.|Thank you, bye bye.|Bye.}
It was lovely speaking with you. Have a great rest of your day. >> {And you.|You too. Bye.|Thanks, bye.}
Thank you so much for your patience today. Take care, bye bye. >> Bye.
Glad we got there. Have a good {evening|weekend|day}, $customer. >> {You too.|Thanks, bye.}

## close/brisk
Great. Thanks for calling Wrenfield, bye. >> Bye.
Thanks for calling, have a good day. >> {You too.|Bye.}
Okay, have a good one. Bye now. >> Bye.
Thanks, $customer. Take care. >> Bye.

## close/scripted
Thank you for calling Wrenfield. You may receive a short survey after this call. Have a wonderful day. >> {Thanks, bye.|You too.}
It has been a pleasure assisting you, $customer. Thank you for choosing Wrenfield and have a good day. >> Thank you. Bye.
Thank you for being a Wrenfield customer. Goodbye. >> Goodbye.

## close/rambling
Well, thank you for calling, and fingers crossed for the weather, they said rain but they always say rain. Have a lovely day, bye bye. >> {Ha. Bye.|You too, bye now.}
Lovely stuff. Thanks for calling us, you look after yourself, and if anything happens you know where we are. Bye. >> {Thanks, bye.|Okay, bye bye.}
Right then, I'll let you get on. Thank you for calling Wrenfield, take care, bye. >> Bye.

## close/hesitant
Okay, well, um, thank you for calling, and have a good day. >> {You too.|Bye.|Okay, bye.}
Thanks, um, thanks for calling Wrenfield. Bye. >> Bye.
Alright. Take care then, $customer. >> {Thanks. Bye.|Bye.}

## no-close
Okay.
Right.
That's it then.
Okay, so that's done.
Mm-hm.

## close/chat
Thank you for chatting with Wrenfield, have a great day! >> {thanks|bye|you too}
Thanks for your time today $customer, take care. >> {ty|thanks bye|cheers}
Have a good evening, and thanks for contacting us. >> {thank you|ok bye}

## transfer
I'm going to have to pass you to {another team|a colleague in the specialist team|the complaints desk} for this one. >> {Really? I've already explained it twice.|Okay, if they can fix it.|Not again.} >> I'll put notes on so they know. >> {Right.|I'd appreciate that.|We'll see.}
This sits with a different department, so I'll transfer you over. >> {Is it a long wait?|Oh for goodness' sake.|Fine.} >> It shouldn't be more than a few minutes.
I can't change that from my screen, so let me put you through to somebody who can. >> {Okay, thanks.|I was just put through to you.|Will I have to start over?} >> I'll tell them what we've talked about.
What I'll do is transfer you to the next level. >> {And they can do it?|Alright.|Sure, why not, it's only been half an hour.} >> They've got access I don't have, yes.
You'll need the {network|credit|logistics} team for that, I'll connect you now. >> {Okay.|Can you not just ask them?|Hmm.} >> It's quicker if you speak to them.

## empathy/strained
I'm sorry to hear that, and I appreciate you telling us before it turns into something bigger.
I understand, that's a lot to carry. We'll find a way.
I'm sorry, that sounds like a hard few weeks.
I completely understand, it happens to more people than you'd think.
I can see why you're worried. Let's look at what's possible.
I understand, and there's no need to feel bad about asking.

## close/loss
Thank you for letting us know, $customer, and take care of yourself. >> Thank you.
I wish you and your family strength. Take care. >> {Thank you.|That's kind.}
Please take care, and ring us if anything arrives that shouldn't. >> I will. Thank you.
All the best to you and yours. Take care, bye. >> Bye.
`
