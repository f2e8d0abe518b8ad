"""Danger, urgency, doors and goodbyes in Spanish: the rules that people meet."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from bot.city import City
from bot.core.catalogue import Urgency
from bot.reading import Finder, Lexicon, load_lexicon

pytestmark = pytest.mark.slow

NLU = Path(__file__).resolve().parents[2] / "nlu"

DANGER = [
    "huele a gas en toda la casa",
    "mi abuela dejó la llave del gas abierta y no abre la puerta",
    "incendio en el mercado!!",
    "mi vecino prendió fuego a los muebles y está dentro",
    "está saliendo humito del tablero de luz y huele a quemado",
    "estamos encerrados en el ascensor",
    "me quedé encerrada en el asensor y no contestan",
    "un bus acaba de arrollar a un ciclista",
    "un señor cayó a la alcantarilla destapada",
    "mi esposo tiene un dolor fuerte en el pecho y suda frío",
    "mi tía habla raro y se le torció la cara de repente",
    "se nos muere el abuelo, ayuda",
    "tocó la farola y le dio una descarga",
    "mi marido me está pegando",
    "mi hijo no aparece",
    "desapareció mi mamá, tiene alzhéimer",
    "mi hija de 12 no llegó a la casa y ya es de noche",
    "no quiero vivir más",
    "ya me tomé las pastillas, adiós a todos",
    "mi hermano dice que se va a ahorcar y se encerró",
    "se incendió un carro en la esquina, hay alguien adentro creo",
    "pare de funcionar el ascensor y adentro quedaron dos ancianas",
    "señor del 4b encerrado en ascensor ayuda",
    "mi mamá se golpeó la cabeza y no para de vomitar",
    "creo que mi papá tuvo un derrame, no puede hablar",
    "una embarazada se desmayó en el bus 14",
    "se metió al mar y no ha salido",
    "el poste de la luz quedó electrificado, un niño salió volando al tocarlo",
    "están agarrándose a machetazos en el mercado",
    "salió del colegio a las dos y no ha llegado, tiene nueve años",
    "llevamos toda la noche buscando a mi padre, tiene alzheimer",
    "mi mamá tiene demencia y salió en bata hace un rato, no la vemos",
    "estoy en el puente y voy a saltar",
    "nadie me va a extrañar, ya tengo las pastillas en la mano",
    "se derrumbó un andamio con obreros",
    "colapsó un puente peatonal con gente encima",
    "urgente, mi vecina de 90 no puede levantarse del baño desde anoche y está helada",
    "mi señora está por parir y no llega nadie",
    "toqué la reja y me quedé pegado, todavía tengo el brazo dormido, hay niños jugando ahí",
    "hola, estoy encerrada en el ascensor del edificio Mingzhu",
    "llevo rato oyendo a alguien golpear en el ascensor averiado",
    "me dieron una puñalada",
    "una chica se acaba de tirar al canal",
    "mi cuñado tocó un cable y está tirado sin moverse",
    "huele como a gas y mi hija vomita",
    "mi suegro se tomó veneno para ratas",
    "me tomé veinte pastillas",
    "mi compañero se cortó la pierna con la motosierra",
    "le explotó un cohete en la mano al niño",
    "la señora del 5 está tirada, la veo por la mirilla del correo",
    "el señor que vende jugos se desplomó frente a la escuela",
    "mi hija se comió unas bayas del jardín y está vomitando y mareada",
    "mi abuelito se ahoga, manden a alguien",
    "el bebé dejó de respirar un momento y está pálido",
    "mi mujer tiene siete meses y está sangrando",
    "el calentador echó una llamarada",
    "el tablero eléctrico se prendió",
    "ascensor bloqueado con una persona con asma",
    "los muchachos están en la isleta y el río está creciendo",
    "un tipo con un bate está rompiendo todo y pegándole a la gente",
    "me quiero quitar la vida",
    "tomé muchas pastillas y ahora tengo miedo",
    "hay un hombre con un cuchillo en el metro",
    "mi amigo quiere suicidarse",
    "el poste cayó y los cables están en el suelo",
    "se quema la basura junto a los coches y el fuego crece",
    "un chico en patinete fue atropellado",
    "mi padre de 85 salió anoche y no ha regresado, hace mucho frío",
]
"""Life is in danger now, said straight or only hinted at."""

HARMLESS = [
    "la factura del gas vino carísima",
    "me quedé sin gas para cocinar",
    "sale humo de la parrilla del restaurante todas las noches",
    "mi equipo está en llamas este año",
    "prueba de fuego para el nuevo alcalde",
    "es una bomba de precio, explotó el mercado inmobiliario",
    "tengo miedo de quedarme atrapada en el ascensor",
    "se cayó la señal",
    "me hierve la sangre con esta gente",
    "no se puede respirar del olor a basura",
    "este vecino me ahoga con su humo de cigarro",
    "me pegó el sol toda la mañana en la parada",
    "me mata el dolor de espalda",
    "me asaltaron el mes pasado en esa calle oscura",
    "asaltan con los precios",
    "mi hijo no aparece en la lista de admitidos",
    "mi perro no aparece",
    "perdí a mi marido en enero y me siento sola",
    "no quiero vivir más en este edificio",
    "vimos una película de un rehén y ahora mi hijo no duerme",
    "la ambulancia no pudo entrar por los coches mal aparcados ayer",
    "el martes hubo un choque en esta esquina, pongan semáforo",
    "estoy muerta de cansancio",
    "echo humo de la rabia",
    "huele a cloaca",
    "el camión de bomberos hizo un ruido tremendo anoche",
    "la ambulancia tiene la sirena muy alta por la noche",
    "necesito una ambulancia de traslado programado para el jueves",
    "encerraron a un gato en el trastero",
    "el niño se quedó encerrado en el baño un rato pero ya salió",
    "me da claustrofobia estar en el ascensor tan chico",
    "me caí en la acera la semana pasada por una losa y me rompí el brazo, quién responde",
    "mi marido tiene problemas del corazón y el ascensor no anda",
    "el comercio del barrio se muere",
    "hace falta policía, roban mucho por aquí",
    "me dan ganas de matar al del taladro",
    "los ciclistas van como suicidas",
    "el cable del teléfono cuelga",
    "la policía no hizo nada cuando denuncié a mi ex hace un año",
    "los cuchillos de cocina se tiran en el contenedor amarillo?",
    "se escuchan gritos de gol hasta las doce",
    "hay un hombre que vende cuchillos en el mercado",
    "el río está lleno de basura",
    "mi padre no contesta encuestas",
    "mi marido me dejó y no tengo para el alquiler",
    "el niño perdió el abrigo en el bus",
    "aquí hubo una explosión de gas en 2015, sigue sin arreglarse la acera",
    "las obras me tienen los nervios destrozados",
    "esto es un infierno",
    "el conductor me dejó tirada en la parada",
    "mi niña se cayó en el parque porque el columpio está roto, nada grave",
    "el tobogán tiene un clavo y mi hijo se cortó un poco",
    "casi se quema la casa por el enchufe",
    "el gasóleo de la calefacción no ha llegado",
    "las velas del altar huelen mucho",
    "mi perro no quiere entrar en el ascensor",
    "estoy encerrado fuera de mi casa, cerrajero barato?",
    "ya no vive aquí, se fue hace meses",
    "quiero felicitar a los bomberos que apagaron el fuego del martes",
    "un ciclista chocó con mi coche la semana pasada, a quién reclamo",
    "a mi papá se le olvida todo, dónde hacen pruebas de memoria",
    "sin agua no se puede vivir",
    "mis pulmones arden con el esmog",
    "el botón de emergencia del ascensor no funciona",
    "en el sótano hay cables viejos de teléfono",
    "hay un perro muerto en la carretera",
]
"""Figures of speech, things of the past, fears, drills, and things that are lost or broken."""

HARD = ["el ascensor ", "mi hijo ", "se ", "no ", "hay un ", "mi madre no ", "huele a ", "se me ",
        "agua ", "casi ", "hace ", "está ", "humo ", "alguien en el ascensor y "]  # fmt: skip


@pytest.fixture(scope="module")
def spanish() -> Lexicon:
    return load_lexicon(NLU, ("es",))


@pytest.fixture(scope="module")
def mixed() -> Lexicon:
    return load_lexicon(NLU, ("zh", "en", "es"))


def bare(text: str) -> str:
    """A text as many write it: without accents."""
    return "".join(
        each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each)
    )


@pytest.mark.parametrize("text", DANGER)
def test_danger_to_life_is_heard(spanish: Lexicon, mixed: Lexicon, text: str) -> None:
    assert spanish.urgency(text)[0] is Urgency.EMERGENCY
    assert mixed.urgency(text)[0] is Urgency.EMERGENCY


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_heard_without_accents_and_in_capitals(spanish: Lexicon, text: str) -> None:
    assert spanish.urgency(bare(text))[0] is Urgency.EMERGENCY
    assert spanish.urgency(text.upper())[0] is Urgency.EMERGENCY


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_danger_is_none(spanish: Lexicon, mixed: Lexicon, text: str) -> None:
    assert spanish.urgency(text)[0] is not Urgency.EMERGENCY
    assert mixed.urgency(text)[0] is not Urgency.EMERGENCY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("huele a gas", "gas"),
        ("hay fuego en el tercero", "fire"),
        ("estamos encerrados en el ascensor", "trapped"),
        ("se está derrumbando la casa vieja", "collapse"),
        ("atropellaron a una niña", "injury"),
        ("mi padre no respira", "medical"),
        ("hay una persona en el río gritando", "water"),
        ("el poste está botando chispas", "electric"),
        ("mi marido me está pegando", "violence"),
        ("no encuentro a mi niño", "missing"),
        ("no quiero vivir más", "self_harm"),
    ],
)
def test_a_danger_is_named(spanish: Lexicon, text: str, why: str) -> None:
    assert spanish.urgency(text) == (Urgency.EMERGENCY, why)


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("hoy hubo simulacro de incendio y ahora hay humo negro en la escalera", "emergency"),
        ("ayer se cayó el wifi. mi abuelo no respira", "emergency"),
        ("me muero de frío, y huele a gas en la cocina", "emergency"),
        ("casi no respira", "emergency"),
        ("no tenemos calefacción y el bebé está helado", "high"),
        ("llevo dos días sin comer", "high"),
        ("a mi madre se le acabó la insulina", "high"),
        ("hay un cable pelado colgando en la esquina", "high"),
        ("falta la tapa de una alcantarilla", "high"),
        ("mi abuela no baja desde el martes porque el ascensor está muerto", "high"),
        ("hace tres días que no veo a mi vecina", "high"),
        ("mi padre dice que ya no quiere vivir", "high"),
        ("encontré a una niña sola llorando", "high"),
        ("mañana me desahucian con mis hijos", "high"),
        ("sería bueno poner un banco en el parque", "low"),
        ("qué documentos necesito para el padrón", "low"),
        ("no es urgente, pero la pintura está vieja", "low"),
        ("puedo tener gallinas en el patio?", "low"),
        ("la farola está rota", "normal"),
        ("¿pueden venir a arreglar el grifo?", "normal"),
        ("HAY BASURA POR TODAS PARTES VOY A LLAMAR AL ALCALDE", "normal"),
    ],
)
def test_urgency_is_told_by_need(spanish: Lexicon, text: str, urgency: str) -> None:
    assert spanish.urgency(text)[0].value == urgency


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Heping Estate, bloque 4, escalera B", "Heping Estate, bloque 4, escalera B"),
        ("bloque 4 de Heping Estate", "bloque 4 de Heping Estate"),
        ("la farola de Oak Road 12 no funciona", "Oak Road 12"),
        ("Oak Road, número 14, 3º izquierda", "Oak Road, número 14, 3º izquierda"),
        ("Mingzhu Tower depto 502", "Mingzhu Tower depto 502"),
        ("3er piso de Heping Estate", "3er piso de Heping Estate"),
        ("planta baja de Seaview Court", "planta baja de Seaview Court"),
        ("Xingfu Road 33, segundo B", "Xingfu Road 33, segundo B"),
        ("Pine Street s/n", "Pine Street s/n"),
        ("el bus 14 en Station Road", "Station Road"),
        ("en Renmin Road hay 3 farolas apagadas", "Renmin Road"),
        ("Oak Road en la acera", "Oak Road"),
    ],
)
def test_doors_belong_to_a_place(city: City, mixed: Lexicon, text: str, said: str) -> None:
    found = Finder(city, mixed.units).find(text)
    assert found is not None
    assert found.text == said


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("¡Adiós!", True),
        ("gracias, chao", True),
        ("HASTA LUEGO", True),
        ("Eso es todo, gracias.", True),
        ("terminar la conversación", True),
        ("no, gracias", False),
        ("cancelar", False),
        ("hasta luego que vengan", False),
        ("para", False),
    ],
)
def test_only_a_whole_goodbye_ends_a_talk(spanish: Lexicon, text: str, over: bool) -> None:
    assert spanish.leaving(text) is over


@pytest.mark.parametrize("hard", HARD)
def test_no_text_keeps_the_rules_busy(spanish: Lexicon, hard: str) -> None:
    """The longest text that is read, of words that begin many patterns."""
    start = time.perf_counter()
    spanish.urgency(hard * 4000)
    assert time.perf_counter() - start < 2
