/** Stories of cards lost, stolen and abused. The numbers in them are of the test ranges of the card schemes. The notation is described in `conversation/script.ts`. */
export const CARD_LOSS_STORIES = `
# lost-on-holiday | Lost or stolen card | worried | anyone | voice
[open]
C: I'm in $country, I've lost my card, and I've got {six|eleven} dollars and half a sandwich.
--
C: I think I left it in a taxi. In $country. I don't know the taxi's number, it was yellow.
--
C: My card's gone. It was in my beach bag and now there's only sand.
[body]
A: ~ Let me block it first. The last payment I see is {a beach bar|a souvenir shop|a gas station}, at $time. Was that you?
C: That was me. That was the last time I saw it!
A: Good. Nothing's happened since.
--
A: ~ Have you got the number, perhaps in a photo or in the app?
C: I wrote it in my diary. It's $cardSpoken.
A: You don't have to read it all out, but okay, I've found it.
--
A: ~ Which one is it, the one that ends in $last4?
C: I've no idea what it ends in. It's blue.
A: You've only got one blue one.
[body ?40]
C: And how do I eat until I'm home?
A: ~ I can put a virtual card in your phone, in about five minutes.
C: Would they take that at a fish stall?
A: If he's got a terminal. Fishermen usually do.
[good]
@ end=a
A: It's blocked, and the new card goes to your hotel by courier. What's the name of the hotel?
C: {The Blue Dolphin.|Hotel Miramar, next to the other Hotel Miramar.} Room $pin.
A: Two days.
--
@ end=b
A: It's blocked and the virtual one is in your wallet app. Try it at the next shop.
C: Wait, I'm at one. Water, please. It beeped! I've bought a water!
[bad]
A: It's blocked. A new one can only go to your home address.
C: I'm not at home! That's the whole problem.
A: There's an emergency cash service, but the desk isn't answering just now.
[recap]
@ end=a
the lost card is blocked since a minute ago, the new one's at your hotel in two days, and you destroy the old one if it turns up.
--
@ end=b
old card blocked, virtual card active in your phone, and the plastic one waits for you at home.
[recap bad]
the card is blocked, the new one goes home in five days, and you try the cash desk again in an hour with $ref.

# stolen-handbag | Lost or stolen card | worried | anyone | voice
[open]
C: Somebody's taken my handbag. It was on the chair, I turned round, and it was gone. Everything was in it.
--
C: I was robbed on the {tram|train} this morning, and I've only now borrowed a phone. Please stop my card.
[body]
A: ~ It's stopped, this second. There are two payments I want to read to you.
A: $small in an electronics store at $time?
C: No! No, I was at the police by then.
A: And a coffee, three dollars?
C: That's before. That was me.
--
A: ~ Was the PIN anywhere in the bag?
C: It's, um. It's in my phone book, under my aunt.
A: ~ Under your aunt. Okay. Nobody's used it yet.
[good]
A: The $small goes back to you, and I've frozen the app on the phone that was in the bag.
C: I'd forgotten the phone could pay, too.
A: Not any more, it can't.
[bad]
A: The $small was paid with the PIN, so it has to be investigated before any refund.
C: How would they know my PIN?
A: The aunt, perhaps.
[recap]
card and app are frozen, $small comes back in two days, and a new card with a new PIN is on its way in separate letters.
[recap bad]
everything's frozen, the payment with the PIN is under investigation for up to ten days, and I need the police report number.

# fraud-text | Fraud alert | worried | anyone | voice
[open]
@ shop=no
C: I've had a text asking if I bought {a washing machine|garden furniture|four tires} in $city. I didn't. Is the text from you or is it a trick?
--
@ shop=yes
C: It says fraud alert and my card's been stopped, and I'm at the checkout with a full cart.
--
@ shop=no txt=no
C: Somebody tried to spend $big with my card in the night. I haven't slept since.
[body]
@ txt=yes
A: ~ It's from us. We stopped it before the money moved.
C: How did they get my number?
A: ~ It looks like it came from a website. Did you buy something small from a new shop recently?
C: {A dress. It never came.|Cat food. From an advertisement.}
A: That'll have been the point of it.
--
A: ~ There are three attempts here. A dollar, a dollar, and then the $big one.
C: Why a dollar?
A: They knock to see if anybody's home.
C: That gives me the creeps.
--
A: ~ I'll read you the last five, you say yes or no. The pharmacy?
C: Yes.
A: A streaming service?
C: Yes.
A: Something called QXR Gadget Hub?
C: No. What even is that?
A: Then we stop there.
[good]
@ shop=no
A: Nothing's been lost. A new number's on its way, and the old one's dead.
C: So the money's still there. All of it?
A: To the cent.
--
@ shop=yes
A: I've cleared it, so you can pay now. Put the card in, not on.
C: It's going. It went through! People behind me are clapping.
[bad]
A: One of them did go through, $amount, and that takes the disputes team up to ten days.
C: Ten days. That's my groceries.
[recap]
@ shop=no
three payments refused, none taken, a new card in four days, and we never ask you for the PIN by text.
--
@ shop=yes
the block is off, the payment's through, and you get a text for each purchase over twenty from now on.
[recap bad]
the card's replaced, $amount is with disputes under $ref, and they have ten days to put it back for the time being.

# scam-call | Fraud alert | worried | anxious elderly | voice
[open]
C: I've done something stupid. A man rang and said he was from Wrenfield security, and I read him my whole card, $card, and the three on the back, $cvv.
--
C: I just had a call from your fraud department, they were very nice, and then my daughter said hang up. So I hung up. Was it you?
[body]
A: ~ It wasn't us. What did he ask you for?
C: The number on the card, so I read it to him, $cardSpoken, and then the code, $cvv.
A: Don't say any more of it, please. I've got it.
C: {Oh Lord. I said it again.|And then the code from the text.}
--
A: ~ How long ago did you speak to him?
C: I'd say, the kettle's still warm. Ten minutes?
A: Then we're quicker than he is. I'm stopping everything now.
[body ?50]
C: He knew my name, and he knew where I shop.
A: They buy lists. It says nothing about you.
C: He was so polite. He called me ma'am.
[good]
A: He tried once, for $big, two minutes ago. It was declined.
C: Two minutes ago? While we were talking?
A: While we were talking.
C: My heart's going like a drum.
[bad]
A: There's one payment of $amount that went out before you rang.
C: Can't you pull it back?
A: I've asked for it to be recalled. About one in three works.
[recap]
card and app are stopped, nothing has been taken, and you hang up on anybody who asks for a code, even if they say it's us.
[recap bad]
everything's stopped, the recall of $amount takes five days, and you report it to the police with $ref.

# travel-limit | Limit change | neutral | anyone | voice chat
[open]
@ why=trip
C: I'm off to $country for three weeks and last time the card stopped me at a toll booth. Can you tell it that I'm going?
--
@ why=low
C: I'd like a lower limit, please. My therapist says so. It's the shoes.
[body]
@ why=trip
A: ~ I'm putting the dates in. Is it only $country, or are there stops?
C: There's a night in {Frankfurt|Doha|Panama}. I plan to buy a coffee.
--
@ why=low
A: ~ I can set one amount per day, or one per month.
C: Per shop, could you?
A: Not per shop.
C: Then per month, and make it hurt.
[good]
A: It's in. You can change it in the app, but it takes a day, so nobody does it at midnight.
C: You've met people like me.
[bad]
A: I can't save it, the field's greyed out while there's a payment pending.
C: And when's it not pending?
A: After the weekend, usually.
[recap]
the setting's on from tonight, it shows under limits in the app, and everything over it gets a message first.
[recap bad]
once the pending payment clears you can set it yourself under limits, or ring us and we do it.
`
