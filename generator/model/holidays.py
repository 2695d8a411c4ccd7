"""The holidays of a year (节假日安排), typed in by the hall from the State Council's notice."""

from pydantic import Field

from generator.model.base import Day, Record, ShortText, Year


class Holiday(Record):
    """一个节日的放假."""

    name: ShortText = Field(title="节日", description="如 春节。两个节日连着放的，写 国庆节、中秋节。")
    since: Day = Field(
        alias="from", title="第一天", description="通知里放假的第一天，包括周末。元旦可以从头一年的12月底开始。"
    )
    until: Day = Field(title="最后一天", description="包括这一天；只放一天的，和第一天相同。")


class HolidayYear(Record):
    """一年的节假日安排."""

    year: Year = Field(title="年份", description="如 2027。")
    source: ShortText = Field(
        title="通知文号", description="国务院办公厅这份通知的文号，照原件写，如 国办发明电〔2026〕0号。"
    )
    holidays: tuple[Holiday, ...] = Field(title="放假", description="通知里的每个节日写一项。")
    workdays: tuple[Day, ...] = Field((), title="调休上班日", description="通知里写明上班的星期六、星期日。")


class Holidays(Record):
    """节假日安排（holidays.yml，可以没有）."""

    years: tuple[HolidayYear, ...] = Field((), title="各年安排", description="程序已经知道的年份不用写。")
