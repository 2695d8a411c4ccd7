"""home_places: coordinates beside a word for somebody's home are private; those of land and offices pass."""

import pytest

from generator.privacy import find


@pytest.mark.parametrize(
    "text",
    [
        "王某家 经度106.602133 纬度30.241877",
        "王**家，坐标：106.602133，30.241877",
        "住址坐标 106.602133, 30.241877",
        "家庭住址的坐标：东经106.6021，北纬30.2418",
        "居住地经度：１０６．６０２１",
        "住处定位：東經106.6021",
        "我家的位置：北纬30.2418°，东经106.6021°",
        "户籍地坐标：X=3345678.12 Y=35412345.67",
    ],
)
def test_coordinates_of_a_home_are_found(text: str) -> None:
    """Whatever way they are written in, one place is told."""
    assert [hit.kind for hit in find(text)] == ["address"]


@pytest.mark.parametrize(
    "text",
    [
        "坐标：东经106.6021，北纬30.2418",
        "拟征收地块坐标 X=3345678.123 Y=35412345.678",
        "国家气象站坐标：106.602133，30.241877",
        "专家组现场勘查，经度106.602133",
        "住房和城乡建设局坐标：106.602133，30.241877",
        "王某家的申请已受理。地块坐标：106.602133",
        "家庭经济状况核对，窗口位置：3楼",
        "住宅小区位置：距大厅1.234公里",
    ],
)
def test_coordinates_of_other_places_pass(text: str) -> None:
    """Nobody is said to live there."""
    assert find(text) == ()
