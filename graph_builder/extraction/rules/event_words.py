"""Words that tell events apart, and whether they were held, announced, postponed or cancelled."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.rules.triggers import trigger, words
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, norms

HOLDING: Final = trigger("holding")
CHAIRED: Final = words(
    "ترأسها ترأسه ترأستها رأسه رأسها رأسته رأستها أداره أدارها سيره سيرها قاده قادها خصص خصصت جمع جمعت حضره حضرها دام"
)
"""Right after a gathering: it was held."""
BETWEEN: Final = "بين"
"""What a gathering joins, not whom: "حفل جمع بين التأسيس والتكريم"."""
ACTING: Final = HOLDING | trigger("chairing") | trigger("attending") | trigger("training")
"""What is done with a gathering: it is held, chaired, attended."""
ALREADY: Final = words("قد وقد")
DURING: Final = trigger("during")
ANNOUNCING: Final = trigger("announcing")
EXPECTED: Final = trigger("expected")
IS_HELD: Final = words("يعقد تعقد ينعقد تنعقد يلتئم تلتئم")
EACH: Final = words("كل")
PERIODS: Final = words("شهر شهرين أسبوع أسبوعين سنة سنتين عام عامين يوم موسم فصل")
"""After "each": the event recurs."""
WAS_HELD: Final = words(
    "عقده عقدها عقدته عقدتها نظمه نظمها نظمته نظمتها احتضنه احتضنها احتضنته احتضنتها ترأسه ترأسها ترأسته"
)
"""Right after an event: it was held, whatever is to come is told before."""
HELD_ON: Final = words("المنعقد المنعقدة الملتئم الملتئمة المنظم المنظمة")
TO_HOLD: Final = trigger("to_hold")
DECIDING: Final = words("قرر قررت تقرر يقرر حدد يحدد يضرب حددت")
UPON: Final = words("حين لحين على عن قرار إمكانية فكرة مقترح")
ACTS: Final = words("انتخاب تأسيس إحداث تنصيب")
"""Acts within a gathering: a date beside them is the gathering's as well."""
FOUNDINGS: Final = words("تأسيس إحداث تجديد")
"""Acts of which an assembly that founds is made."""
OF_FOUNDING: Final = ("تأسيسي", "تأسيس")
AS_FOR: Final = words("يخص بخصوص بشأن يتعلق")
AS_TO: Final = [*norms("أما عن")]
THEN: Final = words("ثم")
FOR_ACTS: Final = LISTS.declare(folded(data("grammar_words")["event"]["acts"]))
"""Acts that a gathering is for, right after it."""
POSTPONING: Final = trigger("postponing")
CANCELLING: Final = trigger("cancelling")
GENERIC: Final = words("لقاء اجتماع جمع دورة جلسة ملتقى")
"""Heads that may stand for any gathering told before."""
GATHERINGS: Final = frozenset(["meeting", "general_assembly", "training", "congress", "conference", "rally"])
AFTER: Final = words("بعد")
BYGONE: Final = trigger("bygone")
OPENING: Final = trigger("opening")
ITS_OPENING: Final = words("الافتتاح الختام الاختتام")
OPENINGS: Final = words("جلسة افتتاح حفل")
"""Heads that with such a word mean the gathering itself."""
ASSEMBLIES: Final = frozenset(["congress", "general_assembly"])
SCENES: Final = GATHERINGS | {"other"}
SESSIONS: Final = words("جلسة")
"""Parts of a gathering: a session of a training trains."""
POLLS: Final = words("انتخاب انتخابات استحقاق")
LEVELS: Final = trigger("levels")
TELLING: Final = LEVELS | words(
    "تواصلي تواصلية تكويني تكوينية تأطيري استثنائي استثنائية عادي تشريعي تشريعية جماعي جماعية جزئية افتتاحي ختامي تنظيمي شهري صحفي صحفية"
    " خطابي خطابية انتخابي انتخابية تأسيسي تأسيسية دراسي تحضيري أخير أخيرة سنوي طارئ طارئة عادية تأسيسية تحضيرية انتدابي"
)
SORTS: Final = words("عادي عادية استثنائي استثنائية طارئ طارئة")
"""Ordinary or not: a party's ordinary session is not its extraordinary one."""
POINTED: Final = frozenset(["meeting", "rally", "conference", "other"])
"""Kinds of which "this one" may be a gathering of another name told before: "لقاء ... حضر هذا التجمع"."""
FEASTS: Final = words("حفل")
"""What, with the article and no more, may be a gathering told before."""
CLAIMS: Final = words("استحقاق")
"""Elections that with "coming" are no event but a time."""
SITTINGS: Final = words("دورة")
"""What a meeting told before may be: right after it, or "in" it."""
IN: Final = words("في ضمن خلال")
AFTERWARDS: Final = words("مباشرة عقب ختام اختتام انتهاء هامش")
"""Beside a meeting they tell that it was in or right after a gathering."""
CONVENES: Final = words("انعقد انعقدت عقد عقدت نظم نظمت احتضن احتضنت التأم التأمت أقام أقامت شهد شهدت")
CONVENING: Final = words("انعقاد عقد")
MARGIN: Final = words("هامش بهامش")
ITS_MARGIN: Final = words("هامشه هامشها الهامش بهامشه بهامشها")
AND_THAT: Final = "وذلك"
ENDS: Final = words("انتهاء اختتام")
TO_DO: Final = words("من")
"""Before an act that is a step in a tale or still to come, no event that is told."""
ENDING: Final = words("الانتهاء")
BEGINNING: Final = words("انطلاقا ابتداء بدءا بداية")
DONE: Final = words("تم جرى جرت")
THERE: Final = words("خلاله خلالها فيه فيها أثناءه أثناءها")
OF_YEAR: Final = words("عام سنة لعام لسنة برسم في")
FUTURE: Final = trigger("future")
PRESENT: Final = trigger("present")
BACKGROUND: Final = trigger("background")
WHO: Final = words("الذي التي الذين اللذين")
POLLED: Final = words("أجريت جرت أجرى أجرت انطلقت أسفرت")
BRANCH: Final = words("فرع مكتب")
UNTIL: Final = words("غاية حدود")
"""Before the day that an event lasts to."""
AT: Final = words("في داخل صعيد مستوى")
SERVING: Final = trigger("serving")
