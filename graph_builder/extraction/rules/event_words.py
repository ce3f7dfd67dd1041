"""Words that tell events apart, and whether they were held, announced, postponed or cancelled."""

from __future__ import annotations

from graph_builder.extraction.rules.triggers import trigger, words

HOLDING = trigger("holding")
DURING = trigger("during")
ANNOUNCING = trigger("announcing")
EXPECTED = trigger("expected")
WAS_HELD = words("عقده عقدها عقدته عقدتها نظمه نظمها نظمته نظمتها احتضنه احتضنها احتضنته احتضنتها ترأسه ترأسها ترأسته")
"""Right after an event: it was held, whatever is to come is told before."""
TO_HOLD = trigger("to_hold")
DECIDING = words("قرر قررت تقرر يقرر حدد يحدد يضرب حددت")
UPON = words("على عن قرار")
ACTS = words("انتخاب تأسيس إحداث تنصيب")
"""Acts within a gathering: a date beside them is the gathering's as well."""
POSTPONING = trigger("postponing")
CANCELLING = trigger("cancelling")
GENERIC = words("لقاء اجتماع جمع دورة جلسة ملتقى")
"""Heads that may stand for any gathering told before."""
GATHERINGS = frozenset(["meeting", "general_assembly", "training", "congress", "conference", "rally"])
AFTER = words("بعد")
BYGONE = trigger("bygone")
OPENING = trigger("opening")
OPENINGS = words("جلسة افتتاح حفل")
"""Heads that with such a word mean the gathering itself."""
ASSEMBLIES = frozenset(["congress", "general_assembly"])
SCENES = GATHERINGS | {"other"}
SESSIONS = words("جلسة")
"""Parts of a gathering: a session of a training trains."""
POLLS = words("انتخاب انتخابات استحقاق")
LEVELS = trigger("levels")
TELLING = LEVELS | words(
    "تواصلي تواصلية تكويني تكوينية تأطيري استثنائي استثنائية عادي تشريعي تشريعية جماعي جماعية جزئية افتتاحي ختامي تنظيمي شهري صحفي صحفية"
    " خطابي خطابية انتخابي انتخابية تأسيسي تأسيسية دراسي تحضيري أخير أخيرة سنوي طارئ طارئة عادية تأسيسية تحضيرية انتدابي"
)
SORTS = words("عادي عادية استثنائي استثنائية طارئ طارئة")
"""Ordinary or not: a party's ordinary session is not its extraordinary one."""
FEASTS = words("حفل")
"""What, with the article and no more, may be a gathering told before."""
CLAIMS = words("استحقاق")
"""Elections that with "coming" are no event but a time."""
SITTINGS = words("دورة")
"""What a meeting told right before may be, in apposition."""
CONVENING = words("انعقاد عقد")
MARGIN = words("هامش بهامش")
AND_THAT = "وذلك"
TO_DO = words("من")
"""Before an act that is a step in a tale or still to come, no event that is told."""
ENDING = words("الانتهاء")
BEGINNING = words("انطلاقا ابتداء بدءا بداية")
DONE = words("تم جرى جرت")
THERE = words("خلاله خلالها فيه فيها أثناءه أثناءها")
OF_YEAR = words("عام سنة لعام لسنة برسم في")
FUTURE = trigger("future")
PRESENT = trigger("present")
BACKGROUND = trigger("background")
WHO = words("الذي التي الذين اللذين")
POLLED = words("أجريت جرت أجرى أجرت انطلقت أسفرت")
BRANCH = words("فرع مكتب")
AT = words("في داخل")
SERVING = trigger("serving")
