"""A role before or after its holder's name, or several roles chained: "X، عضو اللجنة المركزية والكاتب الإقليمي للحزب"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.apart import acts_on, in_place_of, told_far, told_on, trusted, was_held
from graph_builder.extraction.rules.beside import neighbour, of_party, person_at, seat, singular
from graph_builder.extraction.rules.deputies import with_principal
from graph_builder.extraction.rules.links import BRIDGE, COMMAS, link_back, link_forward, may_hold, rather_after, titled
from graph_builder.extraction.rules.office_alone import body_of, is_shown
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import begins, in_lines, side
from graph_builder.extraction.rules.status import status_of
from graph_builder.extraction.rules.tails import Tail, named_after_tail
from graph_builder.extraction.rules.triggers import says, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

NAMES = ("post.role_before_name", "post.role_after_name")
EXAMPLES = (
    (
        "مكتب مجلس جماعة سلا:\nالنائب الأول: كريم العلمي عن الاستقلال",
        ("كريم العلمي | النائب الأول | | حزب الاستقلال",),
    ),
    (
        (
            "انعقد الجمع العام لفرع منظمة الشبيبة الاشتراكية بجرسيف، وحضر مناضلو المنظمة وفرعها بجرسيف، وانتخب "
            "كاتبا عاما للفرع ومكتبا تشكيلته:\nكريم العلمي: كاتبا عاما\nنبيلة الراضي: مقررة"
        ),
        ("نبيلة الراضي | مقررة | فرع منظمة الشبيبة الاشتراكية | حزب التقدم والاشتراكية | جرسيف",),
    ),
    (
        "تم انتخاب كريم العلمي، عن حزب الاستقلال، رئيسا للمجلس الجماعي لسلا.",
        ("كريم العلمي | رئيس | المجلس الجماعي | حزب الاستقلال | سلا",),
    ),
    (
        "انتخب مجلس النواب مكتبه، وانتخب كريم العلمي نائبا أولا عن فريق الأصالة والمعاصرة.",
        ("كريم العلمي | نائب أول | مجلس النواب | | | elected",),
    ),
    (
        "أنهى المجلس الجماعي لسلا، بعد حكم المحكمة الإدارية بعزل رئيسه السابق كريم العلمي، فترة الفراغ.",
        ("كريم العلمي | رئيس | المجلس الجماعي | | سلا | former",),
    ),
    (
        "ترأس اللقاء كريم العلمي عضو الديوان السياسي لحزب التقدم والاشتراكية.",
        ("كريم العلمي | عضو | الديوان السياسي | حزب التقدم والاشتراكية",),
    ),
    (
        "قال كريم العلمي، كاتب الدولة لدى وزير الصناعة المكلف بالتجارة الخارجية، إن الدورة مهمة.",
        ("كريم العلمي | كاتب الدولة لدى وزير الصناعة المكلف بالتجارة الخارجية",),
    ),
    ("انتخب كريم العلمي مساعدا لشؤون الشباب بحزب الأمة.", ("كريم العلمي | مساعد لشؤون الشباب | | حزب الأمة",)),
    (
        "حضر مفتش حزب الاستقلال سعيد الناصري، وكريم العلمي عضو المكتب التنفيذي لنقابة الاتحاد العام للشغالين.",
        ("كريم العلمي | عضو | المكتب التنفيذي لنقابة الاتحاد العام للشغالين | |",),
    ),
    (
        "ترأس اللقاء كريم العلمي، عضو المكتب السياسي لحزب الاستقلال.",
        ("كريم العلمي | عضو | المكتب السياسي | حزب الاستقلال",),
    ),
    (
        "حضرت الأمينة العامة للحزب الاشتراكي الموحد نبيلة منيب.",
        ("نبيلة منيب | الأمينة العامة | | الحزب الاشتراكي الموحد",),
    ),
    (
        "انتخب المؤتمرون سعيد الناصري كاتبا إقليميا لحزب الأصالة والمعاصرة بسطات.",
        ("سعيد الناصري | كاتب إقليمي | | حزب الأصالة والمعاصرة | سطات",),
    ),
    (
        "قال محمد بوعزة، عضو اللجنة المركزية لحزب التقدم والاشتراكية وعضو المكتب المحلي بسلا.",
        ("محمد بوعزة | عضو | اللجنة المركزية", "محمد بوعزة | عضو | المكتب المحلي"),
    ),
    ("حميد التازي (أمين المال)، خالد السباعي (المقرر).", ("حميد التازي | أمين المال", "خالد السباعي | المقرر")),
    (
        "انتخب المجلس فاطمة الزاوي، دون انتماء سياسي، رئيسة لمجلس عمالة سلا.",
        ("فاطمة الزاوي | رئيسة | مجلس عمالة | | سلا | elected",),
    ),
    (
        "انتخب مجلس النواب كريم العلمي نائبا أولا عن فريق الأصالة والمعاصرة، ومنى الزين نائبة ثانية.",
        ("كريم العلمي | نائب أول | مجلس النواب", "منى الزين | نائبة ثانية | مجلس النواب"),
    ),
    (
        "انعقد الجمع العام لفرع منظمة الشبيبة الاشتراكية. وشكر المناضلون فرعها بسلا، وانتخبوا كريم العلمي كاتبا عاما للفرع.",
        ("كريم العلمي | كاتب عام | فرع منظمة الشبيبة الاشتراكية | حزب التقدم والاشتراكية | سلا | elected",),
    ),
    (
        "أشاد الكاتب المحلي لحزب الاستقلال بسلا الغربية، كريم العلمي، بالمناضلين.",
        ("كريم العلمي | الكاتب المحلي | | حزب الاستقلال | سلا",),
    ),
    (
        "قالت المنسقة الجهوية للمرأة التجمعية بسلا، منى الزين، إن اللقاء مهم.",
        ("منى الزين | المنسقة الجهوية | المرأة التجمعية",),
    ),
    (
        "انتخب المؤتمر كريم العلمي نائبا أولا للكاتب الإقليمي لحزب الاستقلال بسطات.",
        ("كريم العلمي | نائب أول للكاتب الإقليمي | | حزب الاستقلال | سطات | elected",),
    ),
    (
        "حضر رئيس جمعية آباء التلاميذ بالثانوية الجديدة كريم العلمي، ومنسق الحزب بالحي الصناعي السابق، سعيد الناصري.",
        ("كريم العلمي | رئيس | جمعية آباء التلاميذ | |", "سعيد الناصري | منسق | | | | former"),
    ),
    ("تناولت الكلمة النائبة منى الزين.", ("منى الزين | النائبة | | |",)),
    (
        "حضر اللقاء كريم العلمي أمين الفلاحين بحزب الأمة، والدكتور سعيد الناصري، أمين شؤون الفلاحة.",
        ("كريم العلمي | أمين الفلاحين | | حزب الأمة", "سعيد الناصري | أمين شؤون الفلاحة | |"),
    ),
    ("أعلنت حركة النهضة القائمة كما اقترحها رئيسها كريم العلمي.", ("كريم العلمي | رئيس | | حركة النهضة",)),
    (
        "حضر كريم العلمي بوزلافي الكاتب العام لحزب الاستقلال، وسعيد الناصري الصفريوي، رئيس المجلس الوطني للحزب.",
        (
            "كريم العلمي | الكاتب العام | | حزب الاستقلال",
            "سعيد الناصري الصفريوي | رئيس | المجلس الوطني | حزب الاستقلال",
        ),
    ),
    (
        (
            "انتخب المؤتمر المكتب الوطني لحزب الاستقلال:\nأمينة المال: منى الزين، ونائبها كريم العلمي\n"
            "المقرر: سعيد الناصري، ونائبه خالد السباعي"
        ),
        ("سعيد الناصري | المقرر | المكتب الوطني | حزب الاستقلال | | elected",),
    ),
    (
        (
            "صادق المؤتمر على أعضاء الكتابة الإقليمية لحزب الاستقلال بسلا، وهم:\n"
            "كريم العلمي، النائب الأول للكاتب الإقليمي\nمنى الزين، النائبة الثانية\nسعيد الناصري، أمين المال"
        ),
        ("منى الزين | النائبة الثانية للكاتب الإقليمي | الكتابة الإقليمية | حزب الاستقلال | سلا | elected",),
    ),
    (
        "ترأس أشغالها كريم العلمي، وحضر المنسق المحلي سعيد الناصري، والمستشارة الجماعية منى الزين.",
        ("سعيد الناصري | المنسق المحلي | |", "منى الزين | المستشارة الجماعية | |"),
    ),
    (
        "قال كريم العلمي، عضو المكتب السياسي لحزب الاستقلال ورئيس فريقه بمجلس المستشارين، إن الأمر مهم.",
        ("كريم العلمي | رئيس | فريق بمجلس المستشارين | حزب الاستقلال",),
    ),
    (
        "حضر كريم العلمي رئيس لجنة المالية بالمجلس الجماعي لسلا وعضو المجلس الوطني لحزب الاستقلال.",
        ("كريم العلمي | رئيس | لجنة المالية | | سلا", "كريم العلمي | عضو | المجلس الوطني | حزب الاستقلال"),
    ),
    (
        "حل كريم العلمي محل سعيد الناصري كاتبا محليا لحزب الاستقلال بسلا.",
        ("كريم العلمي | كاتب محلي | | حزب الاستقلال",),
    ),
    (
        "أصبح كريم العلمي، البالغ من العمر 45 سنة، أصغر كاتب جهوي لحزب الاستقلال.",
        ("كريم العلمي | كاتب جهوي | | حزب الاستقلال",),
    ),
    (
        "نال كريم العلمي ثقة الجمع العام لفرع حزب الاستقلال بسلا كاتبا عاما، وحضر سعيد الناصري.",
        ("كريم العلمي | كاتب عام | فرع | حزب الاستقلال | سلا | elected",),
    ),
    (
        "عين كريم العلمي مفتشا إقليميا لحزب الاستقلال بإقليمي سيدي بنور والجديدة، ومنى الزين وكيلة للائحة الحزب بسلا.",
        ("كريم العلمي | مفتش إقليمي | | حزب الاستقلال | الجديدة", "منى الزين | وكيلة اللائحة | | حزب الاستقلال | سلا"),
    ),
    (
        "حضر رئيس الفريق الحركي كريم العلمي، ومفتش حزب الاستقلال خالد السباعي والبرلماني عن الإقليم سعيد الناصري.",
        ("سعيد الناصري | البرلماني | | |",),
    ),
    (
        "عقد حزب الاستقلال مؤتمره بسلا، وانتخبت رئاسة المؤتمر: كريم العلمي رئيسا، ومنى الزين نائبة أولى.",
        ("كريم العلمي | رئيس | رئاسة المؤتمر | حزب الاستقلال",),
    ),
    (
        "عقدت جمعية النور للتنمية جمعها العام، وبعد انتخاب المكتب نال كريم العلمي الثقة رئيسا، ومنى الزين كاتبة عامة.",
        ("منى الزين | كاتبة عامة | المكتب | |",),
    ),
    ("حضر النائب السابق عن دائرة سلا كريم العلمي.", ("كريم العلمي | النائب | | | سلا | former",)),
    (
        "قالت مديرة مهرجان ورزازات للفيلم القصير، منى الزين، إن الدورة مهمة.",
        ("منى الزين | مديرة | مهرجان ورزازات للفيلم القصير | |",),
    ),
    ("التقى الرئيس التونسي كريم العلمي وفدا من حزب الاستقلال.", ("كريم العلمي | الرئيس التونسي | | |",)),
    (
        "وقال كريم العلمي، وقد كان أمين الإعلام في المكتب السياسي لحزب الاستقلال، إن الأمر انتهى.",
        ("كريم العلمي | أمين الإعلام | المكتب السياسي | حزب الاستقلال | | former",),
    ),
    ("عقد حزب الاستقلال لقاء، وحضر المنسق السابق كريم العلمي.", ("كريم العلمي | المنسق | | حزب الاستقلال | | former",)),
    (
        (
            "انتخب جمع حزب الاستقلال مجلسا للفرع، ثم انتخب المجلس مكتبا جاء كالتالي: كريم العلمي: كاتبا عاما، "
            "منى الزين: مقررة، سعيد الناصري: أمينا للمال."
        ),
        ("منى الزين | مقررة | مكتب الفرع | حزب الاستقلال",),
    ),
    (
        "حضر ذ. كريم العلمي، الكاتب العام لحزب الاستقلال، وذة. منى الزين، عضوة اللجنة التنفيذية للحزب.",
        ("كريم العلمي | الكاتب العام | | حزب الاستقلال", "منى الزين | عضوة | اللجنة التنفيذية | حزب الاستقلال"),
    ),
    (
        "حضر مدير مؤسسة «الأفق» كريم العلمي، وسعيد الناصري رئيس جمعية سلا المستقبل، ورئيس جماعة رأس الوادي خالد السباعي.",
        (
            "كريم العلمي | مدير | مؤسسة الأفق | |",
            "سعيد الناصري | رئيس | جمعية سلا المستقبل | |",
            "خالد السباعي | رئيس | جماعة رأس الوادي | |",
        ),
    ),
    (
        'انتخب كريم العلمي رئيسا لفريق "الميزان" بمجلس النواب، ومنى الزين رئيسة لبرلمان الحزب.',
        ('كريم العلمي | رئيس | فريق "الميزان" بمجلس النواب | حزب الاستقلال', "منى الزين | رئيسة | المجلس الوطني"),
    ),
    (
        "تتوالى مؤتمرات الشبيبة الاستقلالية، وانتخب مؤتمر الشبيبة بجهة الشرق كريم العلمي كاتبا جهويا.",
        ("كريم العلمي | كاتب جهوي | الشبيبة الاستقلالية | حزب الاستقلال | الشرق | elected",),
    ),
    (
        "انتخب فرع حزب الاستقلال بسلا مكتبه كالتالي:\nالكاتب... كريم العلمي\nمقررة - منى الزين\nأمين المال – سعيد الناصري",
        ("كريم العلمي | الكاتب | فرع", "منى الزين | مقررة | فرع", "سعيد الناصري | أمين المال | فرع"),
    ),
    (
        "وضم المكتب كلا من كريم العلمي رئيسا ومنى الزين كاتبة عامة وخالد السباعي وسعيد الناصري أمينا للمال وحميد التازي مقررا.",
        ("منى الزين | كاتبة عامة", "سعيد الناصري | أمين المال", "حميد التازي | مقرر"),
    ),
    (
        "قدم ستة أعضاء من المكتب المحلي لحزب الاستقلال بسلا، يتقدمهم أمين المال كريم العلمي، مقترحا.",
        ("كريم العلمي | أمين المال | المكتب المحلي | حزب الاستقلال | سلا",),
    ),
    ("الكاتب العام للفرع: يوسف المرابط.", ("يوسف المرابط | الكاتب العام | الفرع",)),
)
NEAR_MISSES = (
    "رئيس المؤتمر خالد السباعي افتتح الأشغال.",
    "قال خالد السباعي إن الكاتب الإقليمي سيحضر.",
    "أعضاء المكتب السياسي حضروا اللقاء.",
    "قال الكاتب الإقليمي للحزب في اللقاء إن كريم العلمي سيحضر.",
    "اجتمع الكاتب الإقليمي للحزب بحضور كريم العلمي.",
    "نقل كريم العلمي تحيات الكاتب العام للحزب إلى الحاضرين.",
    "غادر حزب الاستقلال اثنان من مسؤوليه: كريم العلمي وسعيد الناصري.",
    "بالمجلس الذي يرأسه كريم العلمي، كاتبة وطنية لحزب الاستقلال.",
    "ولاية ثانية لكريم العلمي و25 عضوا في المكتب السياسي لحزب الاستقلال.",
    "واختار الكاتب الوطني الجديد لحزب الاستقلال كريم العلمي ليكون إلى جانبه.",
    "شرح النائب ما قرره كريم العلمي.",
)
_MEMBER: Final = fold("عضو")
_IN_CHARGE: Final = ("in_charge", "entrusted", "director")
_SECTIONS: Final = folded(data("body_words")["committees"]) | words("قطاع")
_SECTIONAL: Final = (None, "parallel", "other")
_NAMING: Final = words("عين عينت نصب نصبت كلف كلفت أعفى أعفت أقال أقالت عزل عزلت اختار اختارت رشح رشحت زكى زكت")
_TOLD_OFF: Final = words("من ليكون لتكون ليصبح لتصبح كاتبا منسقا رئيسا عضوا مفتشا أمينا")
_NEXT_TO: Final = ("", *COMMAS)
Group = list[RoleMention]


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield who holds the singular roles of the sentence."""
    k = 0
    last: tuple[int, PersonMention] | None = None
    while k < len(s.mentions):
        role = s.mentions[k]
        if isinstance(role, RoleMention):
            group, end = _group(d, s, k, role)
            if len(group) > 1 and (split := _parted(d, s, k, end, group)):
                end = split
                group = group[: end - k]
            if group:
                found = _holder(d, s, k, end, group) or _apart(d, s, k, group[0], last)
                if found is not None:
                    last = end, found[0]
                    yield from _found(d, s, group, *found)
                elif (tail := named_after_tail(d, s, group[-1])) is not None:
                    yield from _found(d, s, group, tail.person, True, tail)
            k = max(end, k + 1)
        else:
            k += 1


def _apart(
    d: Discourse, s: Sentence, k: int, role: RoleMention, last: tuple[int, PersonMention] | None
) -> tuple[PersonMention, bool] | None:
    """Whose an office is that stands beside no name."""
    found = told_on(d, s, k, role, last) or was_held(d, s, role) or told_far(d, s, role) or trusted(s, role)
    return found if found is not None and may_hold(d, found[0], role) else None


def _group(d: Discourse, s: Sentence, k: int, first: RoleMention) -> tuple[Group, int]:
    """Roles chained with و, or without any sign, for one holder."""
    if not singular(s, first):
        return ([], k + 1) if not (first.possessive and of_party(first)) else ([first], k + 1)
    group, end = [first], k + 1
    while end < len(s.mentions) and isinstance(following := s.mentions[end], RoleMention):
        signs = gap(s, s.mentions[end - 1], following, d.vocabulary, BRIDGE)
        chained = (following.prefix == "و" and signs in ("", "،", ",")) or (
            signs in ("", ",", "،و") and not following.form.case and singular(s, first)
        )
        alone = not person_at(s, end + 1) or not person_at(s, k - 1)
        listed = signs == "،" and following.prefix == "" and alone and not following.form.case
        if not _one_person(group[-1], following):
            break
        if not (chained or listed) or not (singular(s, following) or (following.possessive and of_party(following))):
            break
        if following.prefix == "و" and following.form.case and not first.form.case:
            break
        group.append(following)
        end += 1
    return group, end


def _one_person(first: RoleMention, second: RoleMention) -> bool:
    """Whether two offices may be one person's by their gender; "عضو" is said of women too."""
    return _MEMBER in (first.head, second.head) or first.form.gender == second.form.gender


def _more_bodies(s: Sentence, role: RoleMention) -> list[BodyMention]:
    """ "العضو باللجنة المركزية وبالمكتب المحلي": one role in two bodies."""
    at = s.mentions.index(role) + 1
    following = s.mentions[at] if at < len(s.mentions) else None
    joined = isinstance(following, BodyMention) and following.i == role.j and following.prefix in ("وب", "ول", "و")
    return [following] if role.body is not None and joined and isinstance(following, BodyMention) else []


def _holder(d: Discourse, s: Sentence, k: int, end: int, group: Group) -> tuple[PersonMention, bool] | None:
    """Choose between the name before the roles and the name after them; say whether it is the one after."""
    before, after = neighbour(s, k, -1), neighbour(s, end, 1)
    first, last = group[0], group[-1]
    if (where := side(s)) is not None and first.i >= begins(s):
        person = after if where == "before" else before
        return (person, where == "before") if isinstance(person, PersonMention) else None
    back = link_back(d, s, before, first) if isinstance(before, PersonMention) else None
    forward = link_forward(d, s, last, after) if isinstance(after, PersonMention) else None
    if back == "" and forward is not None and before is not None and not first.form.case and acts_on(s, before):
        back = None  # "التقى X الكاتب الإقليمي Y"
    if back is None and _acts(s, first) and isinstance(after, PersonMention) and _acted_on(s, after):
        return None  # "نصب الأمين العام X منسقا", "أعفى الأمين العام X من مهامه"
    if (
        isinstance(after, PersonMention)
        and forward is not None
        and (back is None or rather_after(first, back, forward))
    ):
        apart = back is None and s.is_sign(after.i - 1, "،,")
        weak = apart and not titled(d, s, after) and first.form.case == "accusative"
        return None if weak else (after, True)
    if not isinstance(before, PersonMention) or back is None:
        return None
    return in_place_of(s, before, first) or before, False


def _acts(s: Sentence, role: RoleMention) -> bool:
    """Whether the officer is the subject of a verb of appointing or dismissing."""
    passive = role.i > 0 and s.tokens[role.i - 1].word.surface.endswith("ي")  # "أعفي" is not "أعفى"
    return role.i > 0 and role.definite and not passive and says(s, role.i - 1, _NAMING)


def _acted_on(s: Sentence, person: PersonMention) -> bool:
    """Whether what follows the name tells what he is made, or dismissed from."""
    made = any(isinstance(m, RoleMention) and m.i == person.j and m.form.case for m in s.mentions)
    return made or (person.j < len(s.norm) and s.norm[person.j] in _TOLD_OFF)


def _parted(d: Discourse, s: Sentence, k: int, end: int, group: Group) -> int | None:
    """Where the roles of the name before end and that of the name after begins: "X، عضو أ، وكاتب ب Y"."""
    before, after = neighbour(s, k, -1), neighbour(s, end, 1)
    if not (isinstance(before, PersonMention) and isinstance(after, PersonMention)) or group[-1].form.case:
        return None
    back, forward = link_back(d, s, before, group[0]), link_forward(d, s, group[-1], after)
    apart = group[-1].prefix == "و" and gap(s, group[-2], group[-1], d.vocabulary) in _NEXT_TO
    return end - 1 if back is not None and forward == "" and apart else None


def _with_portfolio(d: Discourse, s: Sentence, role: RoleMention) -> RoleMention:
    """ "X: مسؤول لجنة الإعلام" in a roster: what an officer of the bureau listed has in hand, no body of his."""
    body = role.body
    if body is None or role.key not in _IN_CHARGE or body.head not in _SECTIONS or body.level not in _SECTIONAL:
        return role
    if not (in_lines(d, s) or side(s) is not None) or listed_body(d, s, role.i) in (None, body):
        return role
    text = f"{role.text} {s.text(body.i, body.core)[len(body.prefix) :]}"
    lemmas = (*role.lemmas, *s.bare[body.i : body.core])
    return replace(role, text=text, lemmas=lemmas, body=None, party=None, places=[], level=None, modified=True)


def _found(
    d: Discourse, s: Sentence, group: Group, person: PersonMention, forward: bool, tail: Tail | None = None
) -> Iterator[Holding]:
    rule = "post.role_before_name" if forward else "post.role_after_name"
    for told in group:
        role = with_principal(d, s, _with_portfolio(d, s, told))
        if forward and seat(s, told):
            role = replace(role, public=True)
        if tail is not None and told is group[-1]:
            role = replace(role, party=role.party or tail.party, body=tail.body or role.body)
        status = "former" if tail is not None and tail.past else status_of(d, s, role)
        body = body_of(d, s, role, status) if tail is None else None
        if tail is not None or body is not None or is_shown(d, s, role):
            yield Holding(person, role, s, rule, 0.91 if forward else 0.9, status, body=body)
            for other in _more_bodies(s, told):
                more = replace(role, body=other, party=other.party, places=[other.place] if other.place else [])
                yield Holding(person, more, s, rule, 0.85, status)
