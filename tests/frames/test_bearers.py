"""What the public figure says that it counts or measures, where no noun stands right behind it."""

from __future__ import annotations

import pytest

from factcheck import extract

# The figure in {braces}, and the words that it is told to count; "-" for nothing.
LINES = """
A {5,000}-strong crowd gathered. | crowd
The {12,000}-strong army retreated. | army
It is the {third}-largest bank in the country. | bank
The {second}-biggest city voted. | city
It was the {fourth}-hottest summer. | -
The {30}-share Sensex fell 2%. | Sensex
The 30-share Sensex fell {2%}. | Sensex
The room is {12}ft x 14ft. | The room
The room is 12ft x {14}ft. | The room
{Three times} as many people died. | people
{Twice} as much rain fell. | rain
He weighs {12} stone. | -
The dog lost {12} kilos. | -
Costs fell by a factor of {ten}. | Costs
Labour won 34% and {28%} the Conservatives. | -
The tunnel runs for {3.2} kilometres under the bay. | The tunnel
A silo {40} metres tall fell over. | A silo
Snow up to {90} cm deep closed the pass. | Snow
The ring road, {100} kilometres long, opens in May. | The ring road
Each mast, {60} metres high, weighs 9 tonnes. | Each mast
A mast, 60 metres high, weighs {9} tonnes. | A mast
A cross valued at {£5,000} was stolen. | A cross
The thieves took a bronze weighing {1.3} tonnes. | a bronze
The 41 invoices, totalling {$770,000}, were forged. | invoices
The deal, worth {$4} million, closed. | The deal
Shares in the group fell 17 percent to {83} cents. | Shares
Rents rose to {$900} a month. | Rents
Police seized {€1.2} million in cash. | cash
He took {$340,000} in bribes. | bribes
The store owes {$11,300} in withheld tips. | withheld tips
She drank {four} pints. | pints
The fire burned {3,200} acres. | acres
The club raised {$9} million. | -
They paid the smugglers {$3,000}. | -
He was jailed for {six} years. | -
The talks lasted {six} hours. | The talks
The leak went on for {16} days. | The leak
The mayor, {58}, resigned. | The mayor
Sightings of the lynx, {14} so far, have led to bans. | Sightings
The probe passed within {2} million kilometres of Mars. | The probe
Trams carry {94,000} riders a day. | riders
Each family gets {5} kg of rice a month. | rice
The clinic recorded {211} cases of cholera. | cases of cholera
The villages are home to {300} sewing machines. | sewing machines
Sales reached $8.7 billion, below the {9.1} billion expected. | Sales
The club cut {18%} off its fuel bill. | its fuel bill
The court sentenced the former minister to {nine} years. | -
They spotted a canoe once valued at {£900}. | a canoe
The kiosk sold for {$90}, three times its estimate of $30. | The kiosk
The kiosk sold for $90, three times its estimate of {$30}. | its estimate
Hospital waiting lists shrank by {300}. | Hospital waiting lists
Seven generating units broke down, and {three} are still shut. | generating units
The satellite, one of {48} launched in May, is lost. | The satellite
Rescuers pulled out 26 monks, but {eight} others are trapped. | monks
Residents were ferried to safety in 11 boats, and about {160} slept in a gym. | Residents
The school has 370 taps and fewer than {200} a library. | taps
The bridge is 86 metres long, weighs {240} tonnes and cost $5m. | The bridge
Rents climbed to an average of {€1,640} a month. | Rents
Fares rose 6.2 per cent, parking fees {4.9} per cent. | parking fees
Of every 100 tonnes of glass collected, {seven} are lost. | glass
Guards searched 40 lorries, two of them twice, and turned back {12}. | lorries
The firm hired 420 trainees, {115} of whom speak Welsh. | trainees
Staff cleared 90 desks, {12} more than on Monday. | desks
Delegates from 57 churches voted, with {301} in favour. | Delegates
Membership grows by {2,000} a month. | Membership
An elephant born at the zoo weighed {104} kilograms. | An elephant
A barn built by monks stands {nine} metres high. | A barn
Inflation quickened to 9.8 per cent in March, from {8.4} per cent in May. | Inflation
The lake stood at 38 per cent, compared with {71} per cent a year ago. | The lake
One {school} in seven has no nurse. | school
The union says one shop in {nine} is shut. | shop
The cyclist covered {900} miles. | -
She had been stuck for {four} hours. | -
They will be paid {$900} in two instalments. | -
Coffins lay in a shaft {14} metres deep. | a shaft
Revenue came in at {£15.2} billion. | Revenue
Turnout rose to 71%, up from {58%} in 2019. | Turnout
Crews cut 90 trees, down from {120} in May. | trees
The park counted 61 owls, compared with {140} last year. | owls
Inflation fell to 8%, against {9%} in March. | Inflation
Growers lost a fifth of their crop, or some {900} tonnes. | their crop
The board counted 900 arrivals, of which Americans made up {17%}. | arrivals
Vets saw 400 lorries, of which customs men opened {90}. | lorries
The yard built 60 boats, of which storms sank {12}. | boats
Firms sent 300 bids, of which ministers took {a tenth}. | bids
Owners hold 80 permits, of which the state revoked {nine}. | permits
A father of {three}, he fishes. | -
Ms Roy, a mother of {two}, won. | -
The parents of {four} live abroad. | -
{One school in seven} has no library. | school
Cheap imports shut {one workshop in four}. | workshop
{One person in nine} has waited a year. | person
Class sizes crept up from 26 to 31, and {one school in seven} lost its cook. | school
Fares rose 6%, and {one driver in five} quit. | driver
A calf born at the zoo weighed {104} kilograms. | A calf
A bridge built in 1890 measured {90} metres. | A bridge
The pipe laid in May runs for {40} kilometres. | The pipe
A stone found in Peru weighed {nine} kilograms. | A stone
The theatre will go dark for {18} months. | -
The king had been dead for {50} years. | -
The flag hired 420 trainees, 115 of them women, and sent {60} abroad. | trainees
Rangers caught 90 cubs, 30 of them orphans, and freed {12}. | cubs
Thirteen members of the 21-strong panel voted for it and {seven} against. | members
The storm flattened cane across {2,200} hectares. | cane
Burglars took six clocks (two of them by Poe) worth {€7,000}. | clocks
A ring, once worth {$900}, was found. | A ring
The climber fell {400} feet. | -
The lake fell {4} feet. | The lake
Shoppers spent {6%} more on fruit. | -
The cyclist rode {90} seconds. | -
The bus hit a wall at {40} mph. | -
Its engine failed at {900} feet. | -
The town borrowed £12m at {3%}. | -
The museum bought it for {$85,000}. | -
The frost pushed gas demand to a record {90} gigawatts. | gas demand
The frost pushed demand to 90 gigawatts and prices to {$48}. | prices
Smog cut visibility to {200} metres. | visibility
The toll will push a return trip above {€21}. | a return trip
The wait has lengthened to {49} weeks. | The wait
The pill cut stays from {11} days to seven. | stays
Queues have become {seven} minutes shorter. | Queues
A closure lasting {11} days cost the line $4m. | A closure
The fraud cost savers {$90} million. | The fraud
She left a job that pays {£98,000}. | a job
Ticket sales rose 9%, food {4%} and parking 2%. | food
Ticket sales rose 9%, food 4% and rates {2%}. | rates
The pill cut deaths by 38% in infants and by {29%} in the old. | deaths
The bank lost €185 million, wider than the {€42} million expected. | -
The bank posted a loss of €185 million, wider than the {€42} million expected. | a loss
A pass costs $72 by train and {65} by coach. | A pass
The mayor set aside $12m for potholes and {$7m} for parks. | -
Planes carried 40 tonnes of rice; {a third} of that spoiled. | rice
Tea exports earned $9bn, with Pakistan taking {34%}. | -
Only 94% of trains ran on time, but the figure sank to {81%}. | trains
With inflation at {24%}, rates rose. | inflation
Ice covered {1.9} million square miles of the Arctic. | Ice
The board paid growers {$3,100} a tonne. | -
The bees carried {11} per cent less pollen. | pollen
Tugs tipped the scales at {90} tonnes. | Tugs
The striker, bought for {€9m}, is injured. | The striker
Bids of £640m and {£655m} failed. | Bids
The clerk overcharged builders by {$27m}. | -
They had seen their pay shrink by {9%}. | their pay
The firm's profit of €910m beat forecasts, but its shares fell {2%}. | its shares
The bridge sagged by {22} centimetres. | The bridge
The fund sold its stake, netting {€212m}. | -
Police freed 23 leaders on bail set at {$500} each. | bail
Retailers expect sales to dip {0.5%}. | sales
Fares doubled, and the line's debt fell by {a third}. | debt
Wind supplied 29% of the power, dams 47% and farms {3%}. | the power
They traced {$13m} of the missing $20m. | -
The farm lost {70} of its 110 hectares. | hectares
Emissions from cement fell 3% but those from shipping rose {1%}. | Emissions
Norwegian Eide leapt 8 metres to win gold, {12} centimetres ahead of Poe. | -
The herd grew by 60 animals to {410}. | animals
Inmates eat {nine} kilos of rice per head. | rice
Fire destroyed pine over {90} hectares. | pine
"""


def lines() -> list[list[str]]:
    return [line.split(" | ") for line in LINES.strip().splitlines()]


@pytest.mark.parametrize(("marked", "counted"), lines())
def test_what_is_measured(marked: str, counted: str) -> None:
    meant = marked.index("{")
    text = marked.replace("{", "").replace("}", "")
    figure = next(f for f in extract(text) if f.span.end > meant)
    assert (figure.counted or "-") == counted
