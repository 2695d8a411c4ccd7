"""Words that pages, posters and charts all say, each of them worded here only."""

GUIDES = "办事指南"
UNKNOWN = "待补充"
VERIFIED = "核对日期"
VERSION = "版本"
SUPERVISION_PHONE = "监督电话"
