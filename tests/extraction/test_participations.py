"""Who takes part in an event: constructions x events, with invented names. The share that is read never falls."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction import extract
from graph_builder.model import ParticipationFact
from tests.extraction.articles import article

FLOOR: Final = 0.98
PEOPLE: Final = {"X": "كريم العلمي", "Y": "منى الزين", "Z": "سعيد الناصري"}
EVENTS: Final = (
    "عقد الفرع المحلي لحزب الاستقلال بسطات، يوم الأحد 4 ماي 2014، لقاء تواصليا مع الساكنة.",
    "نظمت الكتابة الإقليمية لحزب التقدم والاشتراكية بتازة ندوة حول تدبير الماء.",
    "انعقد يوم السبت الماضي المؤتمر الإقليمي لحزب العدالة والتنمية بالجديدة.",
    "في إطار أنشطته الإشعاعية، نظم حزب الأصالة والمعاصرة مهرجانا خطابيا بمدينة بركان.",
    "عقدت نقابة الاتحاد المغربي للشغل ببني ملال اجتماعا موسعا يوم 12 مارس 2016.",
)
SENTENCES: Final = """
وفي كلمة ألقاها بالمناسبة، أكد {X}، عضو المكتب السياسي للحزب، أن المرحلة دقيقة. | X speaker
واستهل اللقاء بكلمة للكاتب الإقليمي {X}، رحب فيها بالحاضرين. | X speaker
وفي معرض تدخله، اعتبر {X}، المنسق الجهوي، أن الحزب مستعد. | X speaker
وتخللت اللقاء مداخلات لكل من {X}، عضو المكتب السياسي، و{Y}، النائبة البرلمانية. | X speaker, Y speaker
وعرف اللقاء مداخلات كل من {X} و{Y}. | X speaker, Y speaker
وأجاب {X} عن أسئلة الحاضرين. | X speaker
وقام {X} بتقديم التقرير الأدبي، كما قامت {Y} بتلاوة التقرير المالي. | X speaker, Y speaker
وتلا التقرير الأدبي {X}، فيما قدمت {Y} التقرير المالي. | X speaker, Y speaker
وتحدث في الندوة كل من الأستاذ {X} والدكتورة {Y}. | X speaker, Y speaker
وفي كلمتها باسم الشبيبة، طالبت {Y} بإشراك الشباب. | Y speaker
وكانت الكلمة الافتتاحية من نصيب {X}، منسق الحزب. | X speaker
وكانت كلمة الترحيب للرفيق {X}، الكاتب الإقليمي للحزب. | X speaker
وكان {X} أول المتدخلين. | X speaker
وأشرف عليه {X}، عضو المجلس الوطني. | X chair
وقد أشرف على هذا النشاط {X}، المنسق الجهوي للحزب. | X chair
وذلك برئاسة السيد {X}، عضو المكتب السياسي. | X chair
وقاد أشغال هذا الموعد {X} بمعية {Y}. | X chair, Y chair
وترأس {X} اللقاء، وأكد في كلمته أن الحزب قوي. | X chair, X speaker
وعاد الإشراف على الأشغال إلى {X}. | X chair
وسير اللقاء {X}، نائب الكاتب الإقليمي. | X chair
وترأس أشغال هذه المحطة التنظيمية كل من {X} و{Y}. | X chair, Y chair
وترأس اللقاء {X}، وحضره {Y}، كما ألقى {Z} كلمة. | X chair, Y attendee, Z speaker
وحضر اللقاء {X}، رئيس المجلس الجماعي، و{Y}، النائبة البرلمانية. | X attendee, Y attendee
ومن بين الحاضرين {X} رئيس الغرفة الفلاحية و{Y} رئيسة الجماعة. | X attendee, Y attendee
وكان {X} من بين الحاضرين. | X attendee
وتقدم الحاضرين {X}، منسق الحزب، و{Y}. | X attendee, Y attendee
وقد تميز اللقاء بحضور وازن لقيادات الحزب، يتقدمهم {X} و{Y}. | X attendee, Y attendee
ومثل المكتب السياسي في هذا اللقاء {X}. | X attendee
وحل {X} ضيفا على هذا اللقاء. | X guest
وقد سهر على تنظيم هذا اللقاء {X}، الكاتب المحلي. | X organizer
وقال {X} في تصريح للجريدة إن اللقاء ناجح. |
وأكد {X} في اتصال هاتفي مع الجريدة أن المشروع جاهز. |
وجاء في بلاغ وقعه {X} أن الحزب متشبث بمواقفه. |
وقد غاب عن اللقاء {X} و{Y}. |
واعتذر {X} عن الحضور لأسباب صحية. |
وانتقد المتدخلون سياسة الحكومة التي يرأسها {X}. |
ومن المنتظر أن يترأس {X} لقاء مماثلا الشهر المقبل بمدينة فاس. |
وثمن البيان مواقف الأمين العام للحزب {X}. |
وشكر البيان {X} على مجهوداته. |
وهنأ الحاضرون {X} بمناسبة زفافه. |
وترحم الحاضرون على روح الفقيد {X}. |
وكان {X} قد ترأس الفرع بين 2005 و2010. |
"""


def told(text: str) -> list[tuple[str, str]]:
    """Who takes part in a text, and as what."""
    facts = extract(article(text, title=True)).facts
    return sorted((f.person, f.capacity) for f in facts if isinstance(f, ParticipationFact) and f.person)


def test_participations() -> None:
    wrong = []
    count = 0
    for line in SENTENCES.strip().splitlines():
        frame, _, expected = line.partition("|")
        pairs = [pair.split() for pair in expected.split(",") if pair.strip()]
        want = sorted((PEOPLE[who], capacity) for who, capacity in pairs)
        for event in EVENTS:
            text = f"خبر من الجهة\n{event}\n{frame.strip().format(**PEOPLE)}\nواختتم النشاط في جو من الحماس."
            count += 1
            if told(text) != want:
                wrong.append((frame.strip(), event[:30], told(text)))
    assert 1 - len(wrong) / count >= FLOOR, wrong
