"""Pictures that the hall gives, as sheets show them: the file as it is, wrapped in a drawing."""

from base64 import b64encode

from generator.model import Dataset
from generator.posters.sheet import Picture

_PNG = b"\x89PNG"


def given_picture(path: str, title: str, dataset: Dataset) -> Picture | None:
    """The picture at a path of the content, unaltered; None where it is not there or cannot be read."""
    file = dataset.pictures.get(path)
    if file is None or not file.width:
        return None
    form = "png" if file.data.startswith(_PNG) else "jpeg"
    size = f'width="{file.width}" height="{file.height}"'
    data = f"data:image/{form};base64,{b64encode(file.data).decode()}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {file.width} {file.height}" {size}>'
    return Picture(title, f'{svg}<image {size} href="{data}"/></svg>', title)
