"""Rules about the words by which residents find things."""

import pytest
from rules.dataset_builder import SERVICE, Case, Cases, case_id, sentences, table

from generator.rules import Rule, everyday_words

FILE = "synonyms.yml"


def typed(*rows: dict[str, object]) -> dict[str, dict[str, object]]:
    """synonyms.yml with these rows."""
    return {FILE: {"synonyms": list(rows)}}


CASES: Cases = {
    everyday_words.meanings_are_names_of_something: {
        "part of a name": Case(typed({"words": "救急", "means": ["临时救助"]})),
        "a name of nothing": Case(
            typed({"words": "起屋", "means": ["临时", "飞船登记"]}),
            (
                "synonyms.yml:synonyms.0.means.1 [synonyms/unknown] 没有哪个事项、材料、制度、窗口的名称里有“飞船登记”，这个叫法找不到东西。"
                "请写名称里的几个字；没有这件事的，删去这一行。",
            ),
        ),
    },
    everyday_words.words_are_written_once: {
        "two words": Case(typed({"words": "救急、救命", "means": "临时"})),
        "in two rows": Case(
            typed({"words": "救急", "means": "临时"}, {"words": ["救命", "救急"], "means": "救助"}),
            (
                "synonyms.yml:synonyms.1.words.1 [synonyms/twice] “救急”写了两次。一个叫法只写一次，说的是几件事的，都写在 means 里。",
            ),
        ),
    },
    everyday_words.services_are_found_by_everyday_words: {
        "a shipped word": Case({SERVICE: {"name": "林木采伐许可", "aliases": []}}),
        "an alias": Case({SERVICE: {"name": "某项登记", "aliases": ["某登"]}}),
        "a word of the hall": Case(
            {
                SERVICE: {"name": "某项登记", "aliases": [], "hidden_terms": []},
                **typed({"words": "啥登", "means": "某项"}),
            }
        ),
        "abolished": Case(
            {SERVICE: {"name": "某项登记", "aliases": [], "hidden_terms": [], "status": {"state": "取消"}}}
        ),
        "only its name": Case(
            {SERVICE: {"name": "某项登记", "aliases": [], "hidden_terms": []}},
            (
                "services/linshi-jiuzhu.yml:name [synonyms/none] 有 1 个事项只能用正式名称搜到（如 “某项登记”）。居民平时怎么说，请写进事项的 aliases（别名），"
                "或者 content/synonyms.yml。请写：aliases: [低保]",
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected
