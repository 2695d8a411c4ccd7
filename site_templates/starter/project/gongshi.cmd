@echo off
chcp 65001 >nul
rem 双击打开菜单：检查、预览、生成。Windows 10 以上。
cd /d "%~dp0"
set "PROGRAM=PYTHON-PROGRAM"
if exist "%PROGRAM%" ("%PROGRAM%" -m generator menu) else (gongshi menu)
pause
