/** What customers write under a survey, by what moved them. `{a|b}` is a choice, `$agent` the agent's first name. */
export const SURVEY_LINES = `
## love
{$agent was|The agent was|The lady was} {brilliant|wonderful|so patient|very kind}, {thank you|I can't fault it|best call in years}.
$agent {listened|really listened|took the time} and fixed it {in one go|without any fuss|there and then}.
{Excellent|Great|Fantastic} service, {sorted in minutes|no waiting around|explained everything}.
I was {dreading this|angry when I called|close to leaving} and $agent turned it around.
{Told me exactly what would happen next|Repeated everything at the end so I could write it down|Summed it all up clearly}, {love that|so helpful|very reassuring}.
{Five stars for|Please give a raise to|Say thanks to} $agent.
{I am 79 and|I'm not good with phones and|My English isn't perfect and} {they were so patient with me|$agent never made me feel stupid}.
{Felt like they cared|Made me feel like a person|Really understood why I was upset}. {Rare these days.|Thank you.|}
{Friendly, quick, done.|Quick and friendly.|Perfect. Quick. Polite.}
{Actually sorted|Got sorted|Solved} what {three others|the website|the shop} couldn't.
{What a nice young person|Such a pleasant voice|Lovely manner}, and {knew the answer straight away|knew their stuff|it worked first time}.
{Great help|Brilliant help|Super helpful} with my {router|bill|order|card|new phone}{.| :)|!}

## fine
{All good|Fine|Okay|No complaints}, {got what I needed|it works now|thanks}.
{Helpful|Polite|Nice enough} {but a bit slow|and it got done|though I had to ask twice}.
{Good service|Good|Decent}, {would have liked an e-mail to confirm|just took longer than I thought|a bit of a wait at the start}.
{Agent knew what to do|They sorted it|Problem solved}. {Would be nice not to need to call.|Thanks.|}
{Quick enough|Reasonably quick}, {not sure when the credit arrives though|nobody said how long it takes|hope it lasts}.
{Nice person|Nice lady|Nice chap}, {clunky system|your systems are slow|shame about the menu before}.

## middling
{Okay I suppose|So so|Average}. {I still don't know what happens next.|Not sure it is really fixed.|We'll see.}
{Agent was polite but|Nice enough but|Friendly, but} {couldn't really do anything|I had to explain it three times|seemed in a hurry}.
{Took ages|Long call} for {something small|a yes or no|a simple change}.
{I got an answer|They answered|It was answered}, {not the one I wanted|half of it|eventually}.
{Neither good nor bad.|Meh.|It was ok.|Hmm.}
Had to {ask what the next step was|pull it out of them|check it online myself afterwards}.

## cold
{Felt like talking to a machine|Zero sympathy|Couldn't have cared less|Not one word of sorry}. {I had lost a day's work.|It was a horrible week already.|}
{Very cold|Rude in a polite way|Bored voice}. {I am a customer, not a number.|Not nice.|}
{$agent|The agent} {talked over me|kept interrupting|didn't let me finish}, {infuriating|so I gave up explaining|terrible}.

## hold
{On hold|Put on hold} {twice|three times|for ages|for ten minutes} {while they read something|for a simple question|and then the music again}. {Awful.|Not ok.|}
{Spent longer on hold than talking.|More music than conversation.|The hold music is burned into my brain.}
{The person was nice but the system kept freezing|They said the new system is slow|Apparently the computer was slow}, {I waited and waited|not my problem really|long holds again}.

## transfer
{Passed around|Transferred|Sent to another department} {again|twice|without asking}, {had to start over|had to explain everything again|nobody knew anything}.
{Why can nobody just fix it|Ping pong}. {Transferred me and I got cut off.|Another queue, another name.|}

## open
{Still not fixed|Not solved|Nothing has changed|Still waiting}. {Third time I call.|Second time this week.|Very disappointing.}
{Promised a call back|Was told 5 days|They said it was done}, {guess what|nothing|it isn't}.
{Useless|Waste of time|Terrible|A joke}. {I'm leaving.|Looking at other providers now.|Worst company ever.|}
{Nobody takes responsibility|Computer says no|All excuses}, {pathetic|sick of it|awful service}.
{I still have no internet|My refund is still missing|I'm still paying for it|My problem is still there} {and nobody cares|and I am furious|so how would you rate that}.

## unclear
{No idea what was agreed|Call ended and I don't know what happens now|Hung up and thought: and now?}. {Poor.|Do I have to do something or not?|}
{They did something, but never told me what|Nobody told me the next step|No summary, no e-mail, nothing}.
{Had to call again to ask the second thing|Didn't even ask if that was all|Straight to goodbye, I had another question}.

## Retention
{All I wanted was to cancel|Simple cancellation|I just wanted to leave}, {felt like a hostage|why make it so hard|had to fight for it}.
{Fourteen years a customer|Loyal for years|Long time customer} and {no discount|new people pay less|this is the thanks}.
{The price is the problem, not the person.|Nothing against $agent, but the price is a disgrace.|$agent was kind, your prices are not.}
`
