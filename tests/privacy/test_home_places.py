"""home_places, places: where somebody lives is private, in words or as coordinates; offices, land and numbers pass."""

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
        "户主家经纬度：106°36'7.2\"E, 30°14'29\"N",
        "家庭坐标：北纬30度14分30秒，东经106度36分7秒",
        "我家位置 https://map.example.invalid/marker?position=106.602132,30.241883&name=x",
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
        "位置：30°14'30\"N 106°36'07\"E（镇政府）",
        "坐标系采用CGCS2000，经度精确到秒",
    ],
)
def test_coordinates_of_other_places_pass(text: str) -> None:
    """Nobody is said to live there."""
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "现住址 河坝街 13 号 附 2 号",
        "现住：柳河村7组",
        "本人居住于幸福花园二期9-2-1801",
        "住宅地址：石桥村新农村建设点B12号",
        "他家在粮站宿舍2单元301",
        "住址：柳河村委会对面3号",
        "户口所在地：柳河镇派出所辖区石桥村2组14号",
        "居住在牧业一队3号定居点12号",
        "安置点：青石集中安置区5排8号王家",
        "暂住地址：工业园区员工宿舍B栋417",
        "住青石镇双龙街17号4栋2单元8-3",
    ],
)
def test_dwellings_are_found(text: str) -> None:
    """However they are labelled; a place beside an office, or a hostel of one, is no office."""
    assert "address" in [hit.kind for hit in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "现住人口 1250 人，现住户数 302 户",
        "现住址在本镇辖区内的居民，持第12条规定的材料",
        "请到职工宿舍1号楼对面的便民服务站领取",
        "集中安置区共5排48户",
        "定居点建设项目3号标段",
        "二单元三号楼梯维修公示",
        "供销社2楼办公",
    ],
)
def test_places_of_nobody_pass(text: str) -> None:
    """Counts of dwellings, works on them, and offices in them."""
    assert not list(find(text))
