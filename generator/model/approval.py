"""Sign-off (三审三校): which roles look at a record before it is published, and which version each of them approved."""

from pydantic import Field

from generator.model.base import Day, Record, ShortText
from generator.model.word_lists import REVIEW_ROLES, WordList


class SignOff(Record):
    """三审三校的设置."""

    roles: WordList = Field(
        REVIEW_ROLES, title="审核角色", description="按先后写岗位，不写姓名。每个角色都批准了，才上网。", min_length=1
    )


class Approval(Record):
    """一次批准: one role approved one version of one record; a field for a person's name does not exist."""

    record: ShortText = Field(title="内容", description="文件夹和编号，如 services/linshi-jiuzhu。")
    hash: str = Field(
        pattern="^[0-9a-f]{32}$", title="校验值", description="由 gongshi approve 算出；文件改了就要重新批准。"
    )
    role: ShortText = Field(title="审核角色", description="site.yml 的 sign_off 里的一个角色，不写姓名。")
    day: Day = Field(title="批准日期")


class Approvals(Record):
    """审核批准的登记（approvals.yml，可以没有）."""

    approvals: tuple[Approval, ...] = Field((), title="批准")
