"""The table of checks: what each ``check`` of a profile is, and what it needs."""

from collections.abc import Callable, Iterator, Mapping

from generator.inspection import freshness, guides, hall, pages, problems
from generator.inspection.subject import Fault, Subject
from generator.model import Indicator
from generator.model.inspection import Check

CheckFunction = Callable[[Subject, Indicator], Iterator[Fault]]

CHECKS: Mapping[Check, CheckFunction] = {
    "网站打不开": pages.home_opens,
    "首页死链": pages.home_links_lead_somewhere,
    "首页不更新": freshness.home_is_renewed,
    "栏目不更新": freshness.columns_are_renewed,
    "空白栏目": hall.columns_hold_something,
    "没有咨询渠道": hall.questions_can_be_asked_online,
    "没有办事服务": guides.services_are_offered,
    "指南缺几类要素": guides.guides_have_elements,
    "指南缺一类要素": guides.guides_have_each_element,
    "指南缺时限收费": guides.guides_state_limit_and_fee,
    "指南内容过时": problems.guides_follow_changes,
    "材料说不清": problems.materials_are_named,
    "流程不具体": problems.steps_are_explained,
    "指南没有复核": problems.guides_are_reviewed,
    "没有发布日期": freshness.records_are_dated,
    "办件数据不更新": freshness.results_are_renewed,
    "过期公告没有撤下": freshness.ended_notices_are_taken_down,
    "死链": pages.links_lead_somewhere,
    "附件打不开": pages.attachments_open,
    "空白文件": pages.files_have_content,
    "没有搜索": pages.search_is_there,
    "页脚标注不全": pages.footer_is_complete,
    "页面标签不全": pages.pages_have_tags,
    "域名不合规": pages.domain_is_of_the_government,
    "大厅信息不全": hall.hall_is_described,
    "窗口职能不全": hall.windows_have_duties,
    "没有监督渠道": hall.complaints_have_a_way,
    "投诉处理没有写明": hall.complaints_are_explained,
    "有占位没有填": problems.blanks_are_filled,
    "内容有错误": problems.content_has_no_errors,
}

OF_THE_BUILT_SITE: frozenset[Check] = frozenset(
    {"网站打不开", "首页死链", "死链", "附件打不开", "空白文件", "没有搜索", "页面标签不全"}
)
"""Checks that can only be made where the site has been built."""
