"""Rules about opening hours."""

from rules.dataset_builder import SERVICE, Case, Cases

from generator.rules import hours

UNREAD = "程序读不懂：不认识“看天气”。页面照原文写，不能告诉居民现在开不开门。可以另写 timetable。"
REMEDY = 'timetable: {weekly: ["周一至周五 9:00-12:00，13:30-17:00"]}'
TABLE: dict[str, object] = {"weekly": ["周一至周五 9:00-12:00"]}

CASES: Cases = {
    hours.hours_can_be_counted_with: {
        "words that are read": Case({SERVICE: {"hours": "周一至周五 9:00—12:00"}}),
        "a timetable beside other words": Case({SERVICE: {"hours": "看天气", "timetable": TABLE}}),
        "words that are not": Case(
            {SERVICE: {"hours": "看天气"}},
            (f"{SERVICE}:hours [hours/words] “办理时间”里的“看天气”{UNREAD}请写：{REMEDY}",),
        ),
    },
    hours.hours_say_one_thing: {
        "alike": Case({SERVICE: {"hours": "周一至周五 9:00—12:00", "timetable": TABLE}}),
        "words alone": Case({SERVICE: {"hours": "周一至周五 9:00—12:00"}}),
        "different": Case(
            {SERVICE: {"hours": "周一至周五 9:00—11:30", "timetable": TABLE}},
            (f"{SERVICE}:hours [hours/differ] “办理时间”的文字和 timetable 写的时间不一样。请核对，改写错的一处。",),
        ),
    },
}
