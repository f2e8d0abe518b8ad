"""What French sentences say by themselves: danger, what only sounds like it, doors, goodbyes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.city import City
from bot.core.catalogue import Urgency
from bot.reading import Finder, Lexicon, load_lexicon

pytestmark = pytest.mark.slow

NLU = Path(__file__).resolve().parents[2] / "nlu"

HARD = ["mon fils ", "ascenseur ", "personne dans ", "quelqu'un ", "il y a ", "le feu ", "si il ",
        "pas de ", "ma mère est ", "enfant perdu ", "câble ", "hier ", "l'eau "]  # fmt: skip


@pytest.fixture(scope="session")
def french() -> Lexicon:
    """The French rules alone."""
    return load_lexicon(NLU, ("fr",))


@pytest.fixture(scope="session")
def together() -> Lexicon:
    """French beside the languages that the sample city speaks."""
    return load_lexicon(NLU, ("zh", "en", "fr"))


@pytest.fixture(scope="session")
def address(city: City, french: Lexicon) -> Finder:
    """A finder that numbers doors as the French do."""
    return Finder(city, french.units)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ça sent le gaz dans tout l'escalier", "gas"),
        ("sa sent tres fort le gaz chez moi jai peur", "gas"),
        ("la pelleteuse a percé la conduite de gaz devant l'école", "gas"),
        ("le détecteur de monoxyde de carbone n'arrête pas de sonner", "gas"),
        ("depuis qu'on a allumé le poêle on a tous mal à la tête et envie de vomir", "gas"),
        ("je sais pas si c'est grave mais ça sent le gaz", "gas"),
        ("AU FEU AU FEU", "fire"),
        ("ya le feu o 2eme etage", "fire"),
        ("sa brule derriere lecole", "fire"),
        ("feu d'appartement 6e étage tour C, il y a des gens aux fenêtres", "fire"),
        ("il y a de la fumée qui sort du local poubelles", "fire"),
        ("exercice incendie ce matin mais là c'est un vrai incendie, des flammes au 3e", "fire"),
        ("le transformateur vient d'exploser et ça flambe", "fire"),
        ("JE SUIS COINCÉE DANS L'ASCENSEUR BAT 3", "trapped"),
        ("on est bloqués ds lassenseur depuis 20 min", "trapped"),
        ("l'ascenseur est arrêté entre le 4 et le 5 avec des gens dedans", "trapped"),
        ("pogné dans l'ascenseur du bloc C avec mon chum", "trapped"),
        ("un bébé est enfermé dans une voiture en plein soleil", "trapped"),
        ("nos voisins sont sous les gravats", "trapped"),
        ("l'immeuble est en train de s'effondrer", "collapse"),
        ("il y a un trou énorme, la route s'est effondrée avec un scooter dedans", "collapse"),
        ("un homme saigne beaucoup devant l'épicerie", "injury"),
        ("une trottinette a renversé mon fils il ne parle plus", "injury"),
        ("mamie est tombée dans la salle de bain et elle arrive pas à se relever", "injury"),
        ("un laveur de vitres est tombé du cinquième", "injury"),
        ("mon chien aboie, mon père est tombé et ne se relève pas", "injury"),
        ("pa respiré vite aidé mon bébé pa respiré", "medical"),
        ("papa a très mal à la poitrine et dans le bras gauche", "medical"),
        ("sa bouche est toute de travers et elle parle plus", "medical"),
        ("le petit a bu de la javel", "medical"),
        ("on n'arrive pas à la réveiller", "medical"),
        ("la dame du 5 ne se réveille pas", "medical"),
        ("les contractions sont toutes les deux minutes et l'ambulance arrive pas", "medical"),
        ("un vieux dort sur le trottoir il gèle à pierre fendre", "medical"),
        ("ma voisine gémit derrière sa porte et n'ouvre pas", "medical"),
        ("mon mari est sous oxygène et le courant vient de sauter", "medical"),
        ("un gamin se noie dans le canal", "water"),
        ("l'eau nous arrive à la taille et mon père est en fauteuil roulant", "water"),
        ("un garçon a traversé la glace de l'étang", "water"),
        ("câble par terre en travers de la route", "electric"),
        ("fil tombé sur ma voiture, je peux pas sortir", "electric"),
        ("mon fils s'est pris une décharge avec le réverbère", "electric"),
        ("l'eau monte et on est bloqués sur le toit", "water"),
        ("mon collègue s'est électrocuté", "electric"),
        ("mon mari me frappe", "violence"),
        ("j'entends le voisin qui cogne sa femme elle hurle", "violence"),
        ("mon ex est devant la porte avec un couteau de boucher", "violence"),
        ("on essaie de défoncer ma porte", "violence"),
        ("j'ai entendu des coups de feu", "violence"),
        ("mon fils sans téléphone a disparu au parc", "missing"),
        ("je ne trouve plus ma fille, elle a 4 ans", "missing"),
        ("papa alzheimer a quitté la maison cette nuit en pyjama", "missing"),
        ("hier soir mon fils est sorti et n'est pas rentré", "missing"),
        ("elle est tjrs pas là et il fait nuit, elle a que 9 ans", "missing"),
        ("on m'a pris mon enfant à la sortie de l'école", "missing"),
        ("jpp je vais en finir ce soir", "self_harm"),
        ("j'ai plus la force de vivre", "self_harm"),
        ("je suis sur le pont et je vais sauter", "self_harm"),
        ("il a pris tous ses cachets d'un coup", "self_harm"),
        ("quand vous lirez ça je ne serai plus là, dites à mes enfants", "self_harm"),
    ],
)  # fmt: skip
def test_danger_to_life_is_heard_straight_and_between_the_lines(
    french: Lexicon, text: str, why: str
) -> None:
    assert french.urgency(text) == (Urgency.EMERGENCY, why)


@pytest.mark.parametrize(
    "text",
    [
        "exercice incendie demain à 10h ?",
        "le feu rouge du carrefour est en panne",
        "un feu sur deux ne marche pas avenue Binhai",
        "il y a pas le feu mais ce serait bien de passer",
        "l'alarme incendie bipe toutes les minutes, il faut changer la pile",
        "la porte coupe-feu est bloquée par un vélo",
        "l'odeur des gaz d'échappement monte dans ma chambre",
        "ça sent pas le gaz rassurez vous, c'est les égouts",
        "la fuite de gaz a été réparée hier merci",
        "que faire en cas d'incendie",
        "si il y a le feu on sort par où ?",
        "incendie chez nous l'hiver dernier, on a tout perdu, il nous faut des vêtements",
        "mes voisins fument sur le palier, la fumée rentre chez moi tous les soirs",
        "on brûle des papiers dans la cour pour les morts, c'est la fête",
        "ampoule brûlée dans le corridor",
        "les prix explosent et ma facture a explosé",
        "ma gorge est en feu et le médecin est fermé",
        "les pétards font un bruit d'explosion tous les soirs",
        "hier je suis resté coincé dans l'ascenseur une heure",
        "j'ai peur de rester coincée dans l'ascenseur",
        "personne n'est coincé dans l'ascenseur mais il est arrêté",
        "un vélo est coincé dans l'ascenseur",
        "l'ascenseur sent mauvais, quelqu'un a uriné dedans",
        "je suis coincé dans les bouchons avenue Binhai",
        "elle s'est effondrée en larmes au guichet",
        "j'ai peur que le balcon s'effondre un jour",
        "le vieux mur est tombé pendant la tempête, personne n'a été touché",
        "j'ai failli me faire renverser au passage piéton",
        "mon père a été renversé en 2015 et marche avec une canne",
        "un chat blessé sous ma voiture",
        "mon fils est tombé de vélo à cause du trou, il a un bleu",
        "ma femme va me tuer si je perds encore le badge",
        "ces escaliers me tuent",
        "on crève de chaud dans le bus",
        "mort de rire",
        "mon père a eu un avc en 2019, il lui faut une aide",
        "on ne peut plus respirer avec l'odeur des poubelles",
        "ce chauffeur est un inconscient il roule à fond",
        "si quelqu'un fait un malaise j'appelle qui ?",
        "quel est le numéro des pompiers",
        "ma femme accouche dans deux mois et il nous faut une place en crèche",
        "mot de passe oublié compte bloqué 75 ans au secours",
        "noyée dans la paperasse aidez moi",
        "trois vélos dans le canal",
        "le câble internet est tombé derrière l'immeuble",
        "mes fils sont à l'école rue Pine, il y a des trous par terre",
        "décharge sauvage au bord de la rivière",
        "mon mari me tape sur les nerfs",
        "le voisin frappe au plafond avec un balai",
        "le bat 4 n'a plus de lumière",
        "film avec des coups de feu projeté trop fort sur la place",
        "mon chat a disparu depuis 3 jours",
        "le gérant a disparu avec nos abonnements",
        "on a retrouvé mon père, merci à tous",
        "j'ai perdu mon père en mai, acte de décès",
        "aller chercher ma fille à la sortie de l'école, 16h30, je finis à 18h",
        "je ne veux plus vivre dans cet immeuble",
        "plutôt mourir que refaire ce dossier",
        "on veut en finir avec les nuisances du bar",
        "saut à l'élastique depuis le pont, c'est autorisé ?",
    ],
)  # fmt: skip
def test_figures_of_speech_the_past_drills_and_questions_are_no_danger(
    french: Lexicon, text: str
) -> None:
    assert french.urgency(text)[0] is not Urgency.EMERGENCY


@pytest.mark.parametrize(
    ("text", "urgency", "why"),
    [
        ("Je vis avec un nouveau-né et je n'ai pas d'eau pour les biberons", "high", "infant"),
        ("ma mère a nonante ans, les radiateurs sont glacés", "high", "cold"),
        ("je n'ai plus d'insuline et la pharmacie est fermée", "high", "medicine"),
        ("ma dialyse est demain et l'ascenseur est en panne", "high", "medicine"),
        ("plaque d'égout manquante devant la crèche", "high", "hazard"),
        ("un fil pend au dessus du trottoir", "high", "hazard"),
        ("j'ai trébuché dans le noir, les lampes sont mortes depuis un mois", "high", "dark_fall"),
        ("j'ai honte d'écrire ça mais on a faim", "high", "hunger"),
        ("ma grand-mère du sixième n'est pas descendue depuis mardi", "high", "stranded"),
        ("on n'a pas vu le vieux monsieur du 204 depuis samedi", "high", "alone"),
        ("ma mère dit qu'elle ne veut plus vivre", "high", "despair"),
        ("on a trouvé une vieille dame perdue, elle ne connaît pas son adresse", "high", "found"),
        ("mon mari m'a frappée dimanche, j'ai peur de rentrer", "high", "violence"),
        ("ce serait bien d'avoir un banc à l'arrêt de bus", "low", None),
        ("pas pressé, quand vous aurez le temps", "low", None),
        ("ai-je le droit d'avoir des poules dans mon jardin", "low", None),
        ("quelles pièces faut-il pour inscrire ma fille à l'école", "low", None),
        ("Pourriez-vous faire réparer le monte-charge de l'entrée 2 ?", "normal", None),
        ("un plat préparé une fois par jour ce serait bien", "normal", None),
        ("ENCORE EN PANNE VOUS ÊTES DES INCAPABLES JE VAIS PORTER PLAINTE", "normal", None),
    ],
)
def test_need_raises_and_wishes_lower(
    french: Lexicon, text: str, urgency: str, why: str | None
) -> None:
    assert french.urgency(text) == (Urgency(urgency), why)


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("please come vite, il y a le feu chez nous", Urgency.EMERGENCY),
        ("着火了 au secours", Urgency.EMERGENCY),
        ("there is a fire in the kitchen", Urgency.EMERGENCY),
        ("the street light on rue Oak is broken", Urgency.NORMAL),
        ("le lampadaire est éteint depuis lundi", Urgency.NORMAL),
    ],
)
def test_french_and_other_languages_leave_each_other_alone(
    together: Lexicon, text: str, urgency: Urgency
) -> None:
    assert together.urgency(text)[0] is urgency


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lampadaire éteint devant le 12 bis Oak Road", "devant le 12 bis Oak Road"),
        ("je suis au 4, Oak Road, 2e droite", "4, Oak Road, 2e droite"),
        ("Oak Road n° 18, rez-de-chaussée", "Oak Road n° 18, rez-de-chaussée"),
        ("Oak Road 3 semaines dans le noir", "Oak Road"),
        ("Oak Road 20h il fait noir", "Oak Road"),
        ("3 lampes sur Oak Road", "Oak Road"),
        ("appt 12, bâtiment 4 de la Heping Estate", "appt 12, bâtiment 4 de la Heping Estate"),
        ("bât. C, 4e étage, Heping Estate", "bât. C, 4e étage, Heping Estate"),
        ("Sunshine Garden tour 5 RDC, plus de courant", "Sunshine Garden tour 5 RDC"),
        ("Heping Estate au 3ème étage ascenseur en panne", "Heping Estate au 3ème étage"),
        ("Heping Estate a un problème", "Heping Estate"),
    ],
)  # fmt: skip
def test_doors_and_floors_belong_to_the_place(address: Finder, text: str, place: str) -> None:
    found = address.find(text)
    assert found is not None
    assert found.text == place


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Au revoir !", True),
        ("Merci, au revoir.", True),
        ("à bientôt", True),
        ("a bientot", True),
        ("c'est tout, merci", True),
        ("fin de la conversation", True),
        ("arrêtez l'eau", False),
        ("a+", False),
        ("non merci", False),
        ("laisse tomber", False),
        ("salut", False),
    ],
)
def test_only_a_whole_goodbye_ends_a_talk(french: Lexicon, text: str, over: bool) -> None:
    assert french.leaving(text) is over


@pytest.mark.parametrize("hard", HARD)
def test_no_text_keeps_the_french_rules_busy(french: Lexicon, hard: str) -> None:
    start = time.perf_counter()
    french.urgency(hard * 4000)
    assert time.perf_counter() - start < 2
