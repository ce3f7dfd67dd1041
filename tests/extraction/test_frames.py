"""Offices told in one sentence: frames x offices x bodies x names. The share that is read may rise and never falls."""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.extraction import extract
from graph_builder.model import PostFact
from tests.extraction.articles import article

FLOOR = 0.97


class Office(NamedTuple):
    """How an office is told: definite, in the accusative, and the words that must be in what is read."""

    definite: str
    accusative: str
    words: str


class Scope(NamedTuple):
    """The sentence before, whose the office is told to be after it, and the party."""

    before: str
    of: str
    party: str


OFFICES = (
    Office("الكاتب الإقليمي", "كاتبا إقليميا", "كاتب إقليمي"),
    Office("الكاتب المحلي", "كاتبا محليا", "كاتب محلي"),
    Office("الكاتب العام", "كاتبا عاما", "كاتب عام"),
    Office("الأمين الإقليمي", "أمينا إقليميا", "أمين إقليمي"),
    Office("المنسق الإقليمي", "منسقا إقليميا", "منسق إقليمي"),
    Office("أمين المال", "أمينا للمال", "أمين مال"),
    Office("رئيس المجلس الوطني", "رئيسا للمجلس الوطني", "رئيس مجلس وطني"),
    Office("رئيس اللجنة التحضيرية", "رئيسا للجنة التحضيرية", "رئيس لجنة تحضيري"),
    Office("عضو المكتب السياسي", "عضوا في المكتب السياسي", "عضو مكتب سياسي"),
    Office("الناطق الرسمي", "ناطقا رسميا", "ناطق رسمي"),
)
SCOPES = (
    Scope("عقد مناضلو المدينة لقاء موسعا.", " لحزب الاستقلال بسطات", "حزب الاستقلال"),
    Scope("عقد مناضلو المدينة لقاء موسعا.", " للشبيبة الاستقلالية بسطات", "حزب الاستقلال"),
    Scope("عقد حزب الاستقلال بسطات مؤتمره.", " للحزب", "حزب الاستقلال"),
    Scope("عقد حزب الاستقلال بسطات مؤتمره.", "", "حزب الاستقلال"),
    Scope("عقد فرع حزب التقدم والاشتراكية بتمارة جمعه العام.", " للفرع", "حزب التقدم والاشتراكية"),
    Scope("انعقد بالرباط المؤتمر الوطني لمنظمة الشبيبة الاشتراكية.", " للمنظمة", "حزب التقدم والاشتراكية"),
    Scope("عقد مناضلو المدينة لقاء موسعا.", " لمنظمة المرأة الاستقلالية بسطات", "حزب الاستقلال"),
)
NAMES = ("كريم العلمي", "الأستاذ عبد الرحيم الشرقاوي", "السيد العلمي كريم", "الدكتور يوسف بن عمر", "محمد أمين الراضي")
TITLES = ("الأستاذ ", "السيد ", "الدكتور ")
FRAMES = """
انتخب المؤتمرون {X} {A}{S}.
تم انتخاب {X} {A}{S}.
انتُخب {X} بالإجماع {A}{S}.
اختير {X} {A}{S}.
تم تجديد الثقة في {X} {A}{S}.
جدد المؤتمر ثقته في {X} {A}{S} لولاية ثانية.
منح المؤتمرون {X} ثقتهم {A}{S}.
حظي {X} بثقة المؤتمرين {A}{S}.
وضع المؤتمرون ثقتهم في شخص {X} {A}{S}.
أسفر الاقتراع عن فوز {X} بمنصب {D}{S}.
آل منصب {D}{S} إلى {X}.
أسندت مهمة {D}{S} بالإجماع إلى {X}.
عاد منصب {D}{S} إلى {X}.
وقع اختيار المؤتمرين على {X} ليكون {D}{S}.
وقع الاختيار على {X} {A}{S}.
تولى {X} منصب {D}{S}.
تقلد {X} مهام {D}{S}.
عهد إلى {X} بمهمة {D}{S}.
احتفظ {X} بمنصب {D}{S} للمرة الثانية.
انتخب {X} {A}{S} خلفا لسعيد الناصري.
وحل {X} محل {Y} {A}{S}.
بصفته {A}{S}، دعا {X} إلى رص الصفوف.
قال {X}، {D}{S}، إن المرحلة مهمة.
قال {D}{S}، {X}، إن المرحلة مهمة.
أكد {D}{S} {X} أن المرحلة مهمة.
من جهته، اعتبر {X} ({D}{S}) أن المرحلة مهمة.
وكان {X}، الذي يشغل منصب {D}{S}، قد حضر اللقاء.
قدم {X} استقالته من منصب {D}{S}.
أعفي {X} من مهامه {A}{S}.
ظفر {X} بمنصب {D}{S} بعد حصوله على 60 صوتا.
أصبح {X} {A}{S}.
صوت المؤتمرون لصالح {X} {A}{S}.
تم الاتفاق على أن يتولى {X} منصب {D}{S}.
سبق ل{X} أن شغل منصب {D}{S}.
وتنافس على منصب {D}{S} كل من {X} و{Y}.
وانتخب {Y} رئيسا، و{X} {A}{S}، ومنى الزين مقررة.
وتم انتخاب {Y} نائبا للرئيس، فيما عاد منصب {D}{S} إلى {X}.
وشارك في اللقاء {Y} رئيس المجلس الجماعي لسطات، و{X} {D}{S}، ومنى الزين رئيسة جمعية النور.
وحضر البرلماني {Y} و{D}{S} {X} ورئيسة جمعية النور منى الزين.
وتناول الكلمة كل من {Y} عضو المجلس الوطني و{X} {D}{S} ومنى الزين المنسقة الجهوية.
وهكذا أصبح {X} {A}{S} و{Y} نائبا له.
وعبر {X} عقب انتخابه {A}{S} عن شكره للمؤتمرين.
وأعرب {X}، {D} الجديد{S}، عن شكره للمناضلين.
واستقال {X}، {D} السابق{S}، من كافة مهامه.
"""
CONTROLS = """
طالب {X} باستقالة {D}{S}.
نفى {X} أن يكون قد ترشح لمنصب {D}{S}.
سيختار المؤتمر {D}{S} يوم الأحد، بحسب {X}.
وجه {X} رسالة إلى {D}{S}.
وأكد {X} أن {D}{S} لم يحضر.
وانتخب {Y} {A}{S} بعد انسحاب {X} من القاعة.
وترأس {X} اللقاء الذي انتخب فيه {Y} {A}{S}.
وحضر {X} تنصيب {Y} {A}{S}.
وأشاد {X} بانتخاب {Y} {A}{S}.
وبارك {X} للسيد {Y} انتخابه {A}{S}.
"""


CONTEXTS = """
نظم حزب الاستقلال بسطات لقاء تواصليا حضره الكاتب الإقليمي لحزب العدالة والتنمية سعيد الناصري.
عقد حزب الاستقلال بسطات مؤتمره الإقليمي بحضور أعضاء من اللجنة التنفيذية ومن المجلس الوطني.
عقد حزب الاستقلال بسطات مؤتمره الإقليمي بحضور ممثلين عن حزب التقدم والاشتراكية والاتحاد الاشتراكي.
عقد حزب الاستقلال بسطات مؤتمره الإقليمي، وحضره رئيس المجلس الجماعي ورئيس غرفة التجارة.
بعد خلافات مع حزب الأصالة والمعاصرة حول تدبير المجلس الجماعي، عقد حزب الاستقلال بسطات مؤتمره الإقليمي.
انعقد بسطات المؤتمر الإقليمي لحزب الاستقلال الذي أشرفت عليه لجنة من المفتشية الإقليمية.
رغم منافسة قوية من حزب التجمع الوطني للأحرار، حافظ حزب الاستقلال بسطات على مكانته وعقد مؤتمره.
هنأ حزب التقدم والاشتراكية حزب الاستقلال بسطات على نجاح مؤتمره الإقليمي.
كشف مصدر من حزب الاستقلال أن مؤتمره الإقليمي بسطات مر في أجواء عادية، خلافا لما وقع في مؤتمر حزب الحركة الشعبية.
احتضن مقر الاتحاد العام للشغالين بسطات اجتماعا لحزب الاستقلال خصص لتجديد الهياكل.
انعقد بسطات المؤتمر الإقليمي لحزب الاستقلال، الذي يشارك في الحكومة إلى جانب التجمع الوطني للأحرار.
"""
"""Articles about one party that name others, and other bodies, before an office without its own."""
SHORT = (
    ("وتم انتخاب كريم العلمي كاتبا إقليميا.", None),
    ("وقال الكاتب الإقليمي، كريم العلمي، إن الحزب مستعد.", None),
    ("وانتخب كريم العلمي أمينا للمال.", None),
    ("وأكد كريم العلمي، عضو اللجنة التنفيذية، أن الحزب مستعد.", "اللجنة التنفيذية"),
    ("وتناول الكلمة المنسق الجهوي للحزب كريم العلمي.", None),
    ("وحضر عضوا المجلس الوطني كريم العلمي ومنى الزين.", "المجلس الوطني"),
    ("وشارك كريم العلمي، مفتش الحزب، في اللقاء.", None),
)


def words_of(text: str) -> set[str]:
    """The words of a text without article and endings."""
    return {w.removeprefix("لل").removeprefix("ال").removesuffix("ا").removesuffix("ه") for w in fold(text).split()}


def held(frame: str, office: Office, scope: Scope, name: str) -> list[PostFact]:
    """The posts read of the person whom a frame tells, that may be the office."""
    said = frame.format(X=name, Y="حميد التازي", A=office.accusative, D=office.definite, S=scope.of)
    facts = extract(article(f"خبر\n{scope.before} {said}\nوختم اللقاء بكلمة شكر.")).facts
    for title in TITLES:
        name = name.removeprefix(title)
    mine = [f for f in facts if isinstance(f, PostFact) and fold(f.person).split() == fold(name).split()]
    return [f for f in mine if words_of(office.words) <= words_of(f"{f.role} {f.body or ''}")]


def test_offices_of_frames() -> None:
    read: list[tuple[str, bool]] = []
    for n, frame in enumerate(filter(None, FRAMES.splitlines())):
        for k, office in enumerate(OFFICES):
            scope, name = SCOPES[(n + k) % len(SCOPES)], NAMES[(n + 2 * k) % len(NAMES)]
            read.append((frame, any(f.party == scope.party for f in held(frame, office, scope, name))))
    share = sum(right for _, right in read) / len(read)
    assert share >= FLOOR, sorted({frame for frame, right in read if not right})


def test_no_office_of_controls() -> None:
    wrong = [
        frame
        for n, frame in enumerate(filter(None, CONTROLS.splitlines()))
        for k, office in enumerate(OFFICES)
        if held(frame, office, SCOPES[(n + k) % len(SCOPES)], NAMES[(n + 2 * k) % len(NAMES)])
    ]
    assert wrong == []


def test_party_and_body_of_contexts() -> None:
    found = {
        (f.party, f.body, body)
        for context in filter(None, CONTEXTS.splitlines())
        for office, body in SHORT
        for f in extract(article(f"خبر\n{context}\n{office}\nوختم اللقاء بكلمة شكر.")).facts
        if isinstance(f, PostFact) and f.person == "كريم العلمي"
    }
    assert found == {("حزب الاستقلال", body, body) for _, body in SHORT}
