"""The files of the frame as an output: what the engine wrote, with what it says of the hall."""

from content_builder import TODAY
from rules.dataset_builder import content

from generator.build.outputs.frame_files import FrameFiles
from generator.site.edition import Edition
from generator.site.frame import Frame
from generator.site.shells import slot

PAGE = f"<title>{slot('site')}</title>\n\n<pre>a\n\n\nb</pre>{slot('organisation')}{slot('address')}{slot('complaint')}"


def test_files_say_what_the_hall_is_called_now() -> None:
    """Pages get its name, organisation, address and number for complaints, escaped; all else stays as it was written."""
    dataset = content({"site.yml": {"hall": {"name": "<厅>", "address": "A&B"}}})
    files = {"about/index.html": PAGE.encode(), "a.js": slot("site").encode(), "b.png": b"\xff\x00"}
    made = {
        file.address: file for file in FrameFiles(Frame({}, (), files), dataset.site).render(Edition(dataset, TODAY))
    }

    assert made["about/index.html"].make().decode() == (
        "<title>&lt;厅&gt;</title>\n\n<pre>a\n\n\nb</pre>虚谷镇人民政府<p>A&amp;B</p>\n"
        ' <a href="tel:0300-0000112">0300-0000112</a>'
    )
    assert made["a.js"].make() == b"gongshi-slot-site"
    assert made["b.png"].make() == b"\xff\x00"
    assert all(file.foreign and not file.inputs for file in made.values())


def test_hall_that_is_named_like_a_slot_is_none() -> None:
    """What staff write is never taken for a slot."""
    dataset = content({"site.yml": {"organisation": slot("address")}})
    (file,) = FrameFiles(Frame({}, (), {"a.html": slot("organisation").encode()}), dataset.site).render(
        Edition(dataset, TODAY)
    )

    assert file.make() == b"gongshi&#45;slot-address"
