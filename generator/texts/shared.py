"""Words that pages, posters and charts all say, each of them worded here only, and reasons of the system."""

import errno

GUIDES = "办事指南"
UNKNOWN = "待补充"
VERIFIED = "核对日期"
VERSION = "版本"
SUPERVISION_PHONE = "监督电话"

OS_REASONS: dict[int, str] = {
    errno.ENOENT: "找不到",
    errno.EACCES: "没有权限，或者被别的程序打开着",
    errno.EPERM: "没有权限",
    errno.EEXIST: "已经存在",
    errno.ENOTDIR: "上一级不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "用完了磁盘配额",
    errno.EROFS: "磁盘是只读的",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    errno.ENAMETOOLONG: "名字或路径太长",
    errno.EIO: "磁盘读写出错",
    errno.ENOMEM: "内存不够",
    errno.ELOOP: "快捷方式绕成了圈",
}
"""Number of an error of the operating system -> what it means for a file."""
