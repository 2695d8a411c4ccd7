"""Asks for several things at the same time, of those who take their time to answer."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")
AT_ONCE = 16
"""So many requests are under way at the same time."""


def together(work: Callable[[str], Awaitable[Result]], addresses: Sequence[str]) -> list[Result]:
    """What ``work`` gives for each address, in their order; the first failure ends all."""

    async def run() -> list[Result]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(AT_ONCE))
        few = asyncio.Semaphore(AT_ONCE)

        async def one(address: str) -> Result:
            async with few:
                return await work(address)

        return await asyncio.gather(*map(one, addresses))

    return asyncio.run(run())
