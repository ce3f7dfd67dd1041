"""Names of people who do not exist, in Arabic and as French papers would write them; and how papers spell them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.model import Gender
from tests.resolution.world.chance import Chance

MEN = {
    "محمد": "Mohamed", "أحمد": "Ahmed", "عبد الرحيم": "Abderrahim", "عبد الله": "Abdellah", "يوسف": "Youssef",
    "خالد": "Khalid", "رشيد": "Rachid", "نبيل": "Nabil", "سعيد": "Said", "حسن": "Hassan", "كريم": "Karim",
    "إدريس": "Driss", "عبد اللطيف": "Abdellatif", "نور الدين": "Noureddine", "مصطفى": "Mustapha", "عمر": "Omar",
    "جمال": "Jamal", "أنس": "Anas", "هشام": "Hicham", "المهدي": "El Mehdi",
}  # fmt: skip
WOMEN = {
    "فاطمة": "Fatima", "خديجة": "Khadija", "كريمة": "Karima", "نعيمة": "Naima", "سعاد": "Souad", "حياة": "Hayat",
    "أسماء": "Asmae", "لطيفة": "Latifa", "أمينة": "Amina", "فاطمة الزهراء": "Fatima Zahra", "إلهام": "Ilham",
    "سميرة": "Samira",
}  # fmt: skip
COMMON = {"العلوي": "Alaoui", "الإدريسي": "Idrissi", "بناني": "Bennani"}
"""Family names that many bear: of these the namesakes are."""
FAMILIES = {
    "الفيلالي": "Filali", "بن الصغير": "Benseghir", "بنعبد الله": "Benabdallah", "آيت القاضي": "Ait El Kadi",
    "بوصفرجل": "Bousferjel", "الودغيري": "Oudghiri", "الصنهاجي": "Sanhaji", "المرنيسي": "Mernissi",
    "الخبيزي": "Khebizi", "أوبيهي": "Oubihi", "أزنكوض": "Azenkoud", "التسولي": "Tsouli", "الغرباوي": "Gharbaoui",
    "بوشتى": "Bouchta", "الحمداوي": "Hamdaoui", "الحمداني": "Hamdani", "الزموري": "Zemmouri", "لمغاري": "Lamghari",
    "الوزاني": "Ouazzani", "بوطالب": "Boutaleb", "أمهروق": "Amehrouk", "الدكالي": "Doukkali", "بنشقرون": "Benchekroun",
    "القسطيط": "Kastit", "الرواس": "Rouas", "أشرقي": "Achraki", "الركراكي": "Regragui", "بن موسى": "Ben Moussa",
    "بوسلهام": "Bouselham", "أشهبار": "Achahbar", "الوكيلي": "Oukili", "الخلطي": "Khalti", "السباعي": "Sebai",
    "ولد الطالب": "Ould Taleb", "البوزيدي": "Bouzidi", "تاشفين": "Tachfine", "المسكيني": "Meskini", "الحياني": "Hayani",
}  # fmt: skip


def own(gender: Gender) -> tuple[list[str], list[str]]:
    """Return given and family names from the tables here."""
    return list(WOMEN if gender == "female" else MEN), list(FAMILIES)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: given names, family name, and gender."""

    given: tuple[str, ...]
    family: str
    gender: Gender

    @property
    def full(self) -> str:
        """The name in full, correctly spelt."""
        return " ".join((*self.given, self.family))

    @property
    def latin(self) -> str:
        """The name as a French paper writes it: the last given name and the family name; in Arabic where not known."""
        given, family = (MEN | WOMEN).get(self.given[-1]), (FAMILIES | COMMON).get(self.family)
        return f"{given} {family}" if given and family else short(self).full

    @property
    def initials(self) -> str:
        """The first letter of the given name, a full stop, and the family name."""
        return f"{self.given[-1][0]}. {self.family}"


def short(name: Name) -> Name:
    """Return the name with its last given name alone."""
    return Name(name.given[-1:], name.family, name.gender)


def respelt(text: str, draw: Chance) -> str:
    """Return a spelling of a name as a hurried paper prints it: hamzas, last letters, articles and joins vary."""
    if draw.happens(0.25, "hamza"):
        text = re.sub("[أإ]", "ا", text)
    if draw.happens(0.1, "ya"):
        text = re.sub(r"ي\b", "ى", text)
    if draw.happens(0.1, "ta"):
        text = re.sub(r"ة\b", "ه", text)
    if draw.happens(0.3, "join"):
        text = text.replace("عبد ال", "عبدال")
    if draw.happens(0.3, "son"):
        text = text.replace("بن الصغير", "بنالصغير").replace("بن موسى", "بنموسى").replace("بنعبد", "بن عبد")
    if draw.happens(0.15, "article"):
        text = re.sub(r" ال(?=\S+$)", " ", text)
    return text


def mistyped(family: str, draw: Chance) -> str:
    """Return a family name with two neighbours inside it swapped, if it is long enough for a reader to see through."""
    word = family.rsplit(maxsplit=1)[-1]
    if len(word) < 7 or " " in family:
        return family
    at = 3 + draw.below(len(word) - 5, "typo")
    return family[:at] + family[at + 1] + family[at] + family[at + 2 :]
