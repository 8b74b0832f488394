/** Stories of payments declined and disputed, limits and codes. The notation is described in `conversation/script.ts`. */
export const CARD_PAYMENT_STORIES = `
# declined-restaurant | Declined payment | annoyed | anyone | voice
[open]
@ place=rest
C: My card was declined in a restaurant. In front of my in-laws. There's money on it, I checked.
--
@ place=pump
C: I'm at the {gas station|hotel desk|ferry} and it keeps saying declined, and there's a line behind me.
--
@ place=pump
C: Why does your card work for coffee and not for anything that matters?
[body]
@ cause=pin place=rest
A: ~ The balance is fine. It was declined by the security rule, because it was the third try within a minute.
C: The waiter kept putting it in!
A: ~ The first one failed on the PIN, then it got suspicious.
C: {I typed my old PIN. I know, I know.|He turned round and typed it himself, I think.}
--
@ cause=hold
A: ~ It's a hold. The {hotel|pump} blocks $amount in advance, and that took you over the limit for the day.
C: But I only had $small of gas.
A: It doesn't know that until you've finished.
--
@ cause=old solved=yes
A: ~ Is it the new card, with the bird on the left?
C: It's on the right.
A: ~ Then it's the old one, and that stopped at midnight.
C: Nobody's told me!
A: There should be an envelope at home.
[good]
@ cause=pin place=rest
A: I've lifted it. Try it once more, with the chip, slowly.
C: Approved. My mother-in-law looks disappointed.
--
@ cause=hold
A: I've raised the limit until midnight, so it'll go through now.
C: Okay, it's printing. You've saved my evening.
--
@ cause=old
A: I've woken the old one up until $weekday, so it'll work tonight.
C: It's printing. Bless you.
[bad]
@ place=rest
A: The block can only come off after twenty-four hours, it's automatic.
C: So I wash the dishes?
A: If somebody else could pay today, it'd work tomorrow.
--
@ place=pump
A: The block can only come off after twenty-four hours, it's automatic.
C: So I stay here for the night? Wonderful.
[recap]
@ cause=pin
the block is off, the limit is back to normal at midnight, and after two wrong PINs you wait ten minutes.
--
@ cause=hold
it was the hold, it falls off within three days, and meanwhile your limit's a bit higher.
--
@ cause=old
the old card works until $weekday, the new one's in the envelope at home, and you cut the old one up then.
[recap bad]
it unlocks by itself in twenty-four hours, the balance is fine, and I've put a note so the next person sees why.

# online-decline | Declined payment | hassle | anyone | voice chat
[open]
C: I'm trying to buy {concert tickets|a plane ticket} and the page says verification failed, and the clock's counting down.
--
C: It sends me a code, I type the code, it says try again. I've done it four times. It's for my daughter's school trip.
[body]
@ cause=code
A: ~ Which number does the code go to?
C: It ends in $last4, that's mine, I'm getting them.
A: ~ And you type the last one you got? They each kill the one before.
C: {Ah. I've been typing the first.|I've got five of them in a row here.}
--
@ cause=zip
A: ~ The shop's sending us the wrong ZIP code. Which one did you put in?
C: Mine. Well, my office. Should it be home?
A: It has to be the one on the statement.
--
A: ~ Is the page in your browser, or inside some other app?
C: It's in the thing where my friends post their dinners.
A: It doesn't let our check open in there. Copy it over to the browser.
C: {Hold on. Copy. Paste. It's asking again.|And the clock's still going.}
[good]
@ cause=code
A: Ask for one fresh code, and don't touch the others.
C: Three, nine, it's thinking. It's gone through! With eleven seconds left!
--
@ cause=zip
A: Put the home one in, and press it once.
C: Once. It's going round. It took it! It took it!
[bad]
A: The shop isn't set up for our card check, so I can't make it go through.
C: There's four minutes left on the clock.
A: You'd need another card for this one.
[recap]
@ cause=code
only the newest code counts, the payment of $amount is through, and the older codes are dead.
--
@ cause=zip
the home ZIP goes in the box, the payment of $amount is through, and there's nothing pending.
[recap bad]
that shop can't do our check, no money has moved, and if two charges show up they drop off in three days.

# gym-subscription | Disputed transaction | annoyed | anyone | voice chat
[open]
@ kind=gym
C: There's a gym that takes $small a month from my card. I cancelled in $month. I've never been thinner or angrier.
--
@ kind=trial
C: I signed up for a free trial of some {vitamins|brain training|horoscope} thing and now it's $small every week. Every week!
[body]
@ kind=gym
A: ~ Did you cancel with them in writing, do you have an e-mail?
C: I've got an e-mail where they say we're sad to see you go.
A: That's the best kind of evidence there is.
--
@ kind=trial
A: ~ I count {five|seven} payments since the trial ended.
C: I thought the first one was postage.
A: They write it so that it looks like postage.
--
A: ~ I can block that merchant, so nothing more goes out, and dispute the ones already paid.
C: Do I get it all back?
A: The last four months, if you send me the e-mail.
[good]
A: It's blocked, and I've opened a dispute for $amount. You get the money on hold today.
C: On hold. Is that like real money?
A: It's real unless they prove us wrong, and they won't.
[bad]
A: In the small print there's a twelve-month term, so a dispute would most likely fail.
C: Nobody reads that.
A: No. But I can stop the renewal.
[recap]
the merchant's blocked, $amount is in dispute, and you send us the e-mail by $weekday.
[recap bad]
the payments run until $month, after that they can't renew, and I've noted that you cancelled.

# sofa-never-came | Disputed transaction | annoyed | anyone | voice
[open]
@ what=sofa
C: I paid $big for a sofa in $month. There's no sofa. The shop doesn't answer, and now their website's a page about shoes.
--
@ what=flat
C: I rented a holiday flat online, and when we got there it was a car wash. I've got photos of us in front of it. With suitcases.
[body]
@ what=sofa
A: ~ What were you promised, and by which date? Is it on the order?
C: It says four to six weeks. It's been fourteen.
A: And have you asked them for the money?
C: I've asked, I've begged, I've written in capitals.
--
A: ~ I'll need the order, the messages, and the photos.
C: I've got it all in one folder. I was a librarian.
A: Then you're ahead of most people.
[good]
@ what=sofa
A: That's a clear case. I've put $big back for the time being, and they've thirty days to object.
C: And if they object with shoes?
A: Then I'd like to see the shoes.
--
@ what=flat
A: That's a clear case. I've put $big back for the time being, and they've thirty days to object.
C: I'd like to hear them explain the car wash.
[bad]
A: It was paid by bank transfer through the card app, and that isn't covered by card protection.
C: It's the same app! It's the same button!
A: It isn't the same rule.
[recap]
$big is back provisionally, the shop has thirty days, and you keep everything in the folder.
[recap bad]
card protection doesn't apply, I've given you the reference for the police, and I've written to the receiving bank.

# limit-raise | Limit change | neutral | polite chatty anxious | voice chat
[open]
@ wed=yes low=no
C: I'd like a higher limit, I'm getting married and everyone wants a deposit.
--
@ wed=no low=no
C: Can you put my limit up? Just for $month. I'm buying a {used car|new boiler|wedding dress}.
--
@ wed=no low=yes
C: You've lowered my limit without asking. I was proud of that limit.
[body]
@ low=no
A: ~ What would you need it to be?
C: Five thousand? Is it cheeky to say five?
A: It isn't cheeky. Let me see what it says to four.
--
A: ~ I have to ask what comes in per month, and what goes out on rent.
C: In, about thirty-two hundred. Out, I'd rather not think about it.
A: I need a number.
C: {Nine fifty.|Fourteen hundred, with the parking.}
--
@ low=yes
A: ~ It went down because the card wasn't used for a year.
C: I was saving it for something special.
A: It doesn't have a box for that.
--
@ low=no
A: ~ Have you had a limit like that with another company?
C: I had one with a shop that sold pianos. I paid it all off.
A: That counts for you.
--
A: ~ Are you at the same job as on the form, it says {school kitchen|bus company|town library}?
C: I'm the boss of it now. Well, of half of it.
A: Congratulations, that helps with the numbers.
[body ?60]
A: I need the last part for the check as well, is it on file?
C: My social's $ssn, if that's what you want.
A: Only the last four next time, but thank you.
[good]
@ wed=yes end=a
A: It's approved, up to {four thousand|forty-five hundred}, from tomorrow morning.
C: The florist can breathe.
--
@ end=b
A: I've put it up for sixty days, and then it goes back by itself.
C: That's ideal, I don't trust myself.
[bad]
A: It's been declined automatically, and I don't get to overrule it.
C: Why?
A: It'll be in the letter. Often it's an old address on the file.
[recap]
@ end=a
the new limit's active from tomorrow morning, the interest rate is the same, and the letter about it is only a formality.
--
@ end=b
the new limit's for sixty days, it goes back by itself, and the interest rate is the same.
[recap bad]
the limit stays, the reason comes by letter within seven days, and you can ask for a person to look at it.

# forgotten-pin | PIN and app access | hassle | elderly chatty confused | voice
[open]
@ q=forgot
C: I've forgotten my PIN. I've had it for {ten|twelve} years, I stood there this morning, and it was gone, like a name.
--
@ q=machine
C: The machine's kept my card. It swallowed it. I put in my birthday, which turns out not to be the PIN.
[body]
@ q=forgot
A: ~ I can't see it, nobody can, but the app can show it to you.
C: I haven't got the app. I've got a phone with keys.
A: ~ Then it's a letter.
--
@ q=machine
A: ~ Was it our machine or another bank's?
C: It's in the wall of a supermarket, it's got a fish on it.
A: Then it's not ours, and they'll destroy it.
C: {Destroy it! It's done nothing.|Poor thing.}
[good]
@ end=letter
A: A new PIN's on its way, in a plain envelope, three days.
C: I'll write it down somewhere. I know I shouldn't.
A: You know you shouldn't.
--
@ q=machine end=app
A: You can see it now: card, then the eye, then your face.
C: My face. Hello. There it is! It's my old house number!
[bad]
A: The address was changed less than thirty days ago, so I'm not allowed to send a PIN there.
C: I moved! People move!
A: It's to stop thieves who move, too.
[recap]
@ end=letter
the PIN letter comes in three days, your old PIN works until you use the new one, and contactless works meanwhile.
--
@ end=app
your PIN's in the app behind the eye, a new card comes in three days, and the swallowed one is dead.
[recap bad]
no PIN letter until the $date because of the new address, contactless works up to fifty, and a shop with ID can do it sooner.

# new-phone-app | PIN and app access | hassle | anyone | voice chat
[open]
@ q=river
C: I got a new phone and your card app wants me to approve it on the old phone. The old phone's in the river.
--
@ q=trust
C: The app says my device isn't trusted. I trust it. Why don't you?
[body]
@ q=river
A: ~ In the river?
C: I was fishing. I caught nothing, and I lost a phone.
A: ~ Then I'll take the old device off by hand, that needs two approvals.
--
@ q=trust
A: ~ What's the model, and what does it say under system version?
C: It says fourteen. My nephew put something on it so I can have the free games.
A: ~ That'll be it. It can see that the phone's been opened up.
C: {He's eleven!|I'll be speaking to the nephew.}
[good]
@ q=river
A: The old one's removed. Open the app, there should be a green square.
C: Green square. It wants me to smile.
A: Smile, then.
C: It likes me.
--
@ q=trust
A: I've let it through for now, but the nephew's magic has to come off. Is there a green square?
C: Green square. And he's washing my car till Christmas.
[bad]
A: It has a cooling-off period of three days for a new phone without the old one.
C: Three days without my money?
A: The card itself works. It's just the app.
[recap]
@ q=river
the old phone's off the list, the new one's approved, and nobody else can add one without you.
--
@ q=trust
your phone's approved for thirty days, the free games come off before that, and nobody else can add a phone without you.
[recap bad]
the app opens by itself in three days, the card works as usual, and I've put a watch on the account until then.
`
