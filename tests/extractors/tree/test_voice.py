"""Who does it and to whom it is done, in sentences that readers parse in many ways."""

from functools import cache

import pytest
from spacy.language import Language

from extractors.reader import load_reader
from extractors.tree import voice

# a sentence, the verb, who does it, to whom it is done
ROWS = """
Thousands of Norlanders were tortured and murdered. | murdered | | Thousands
About 90 men and women were reported killed. | killed | | men women
One of the boys was found shot in a ditch. | shot | | One
Two women taking part in the march were arrested and deported. | deported | | women
The governor had the leaders arrested and imprisoned. | arrested | | leaders
The governor had the leaders arrested and imprisoned. | imprisoned | | leaders
Tomas Verin had his depot searched and looted by officers. | searched | officers | depot
He sentenced Marsh to six months in prison, suspended for two years. | sentenced | He | Marsh
Soldiers killed eleven men in Osten, the mayor, Lena Brod, said. | killed | Soldiers | men
Police officers arrested and beat the students. | arrested | officers | students
The students were beaten, arrested and taken to Doba by guards. | beaten | guards | students
Rebels attacked the village, killing 300 people. | killing | Rebels | people
The man accused of killing two women was convicted. | killing | man | women
The man accused of killing two women was convicted. | convicted | | man
The army is suspected of shelling the town of Doba. | shelling | army | town
Three men detained by police were released on Monday. | detained | police | men
Villagers reported being beaten by soldiers. | beaten | soldiers | Villagers
The president ordered the army to bomb the city. | bomb | army | city
At least nine people died and 30 were injured when a bus overturned. | died | people |
At least nine people died and 30 were injured when a bus overturned. | injured | | 30
The rebels who killed the bishop fled. | killed | rebels | bishop
The bishop whom the rebels killed was buried. | killed | rebels | bishop
The bishop they killed was buried. | killed | they | bishop
Shot in the head, the boy died on Friday. | Shot | | boy
The army was accused of having killed villagers. | killed | army | villagers
Verin saw the guards beat the boy. | beat | guards | boy
Verin was seen by Lund burning the mill. | burning | Verin | mill
Osten was shelled by the army, not by the guard. | shelled | army | Osten
The soldiers that Verin had killed were buried. | killed | Verin | soldiers
Verin, whom the court convicted of killing Lund, fled. | killing | Verin | Lund
Verin and Lund, who was killed, were friends. | killed | | Lund
Verin quoted the mayor as saying it was late. | saying | mayor |
Authorities want the men extradited. | extradited | | men
"""


@cache
def reader() -> Language:
    return load_reader("accurate")


@pytest.mark.reader
@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_who_does_it_is_told_from_to_whom_it_is_done(row: str) -> None:
    sentence, verb, doers, undergoers = (part.strip() for part in row.split("|"))
    (token,) = [token for token in reader()(sentence) if token.text == verb]
    assert {one.text for one in voice.doers(token)} == set(doers.split())
    assert {one.text for one in voice.undergoers(token)} == set(undergoers.split())
