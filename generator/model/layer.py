"""What a layer of a fleet's content does to the layers above it, and what those below it must leave alone: layer.yml."""

from pydantic import Field

from generator.model.base import Record, ShortText


class LayerRules(Record):
    """一层的规定（layer.yml）."""

    replaces: tuple[ShortText, ...] = Field(
        (), title="整个换掉", description="上级有、本级换成自己的文件，如 services/linshi-jiuzhu.yml。"
    )
    leaves_out: tuple[ShortText, ...] = Field(
        (), title="不要的", description="上级有、本级不用的文件，如 services/jiadian-xiaxiang.yml。"
    )
    locked: dict[str, tuple[ShortText, ...]] = Field(
        {},
        title="下级不能改",
        description="文件和它的字段，如 {services/linshi-jiuzhu.yml: [fee, legal_basis]}；"
        "整类写 services/*.yml，组里的一项写 time_limits.statutory，整个文件写 ['*']。",
    )
