@echo off
rem Pas a pas : demarrage par double-clic sous Windows (Python 3.11 ou plus recent, 64 bits).
rem NON ESSAYE sous Windows par ses auteurs : ecrit d'apres la documentation. Dites-nous ce qui ne va pas.
chcp 65001 >nul
cd /d "%~dp0"
where py >nul 2>nul && (set "PYTHON=py -3") || (set "PYTHON=python")
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2**32)" 2>nul
if errorlevel 1 (
  echo Il faut Python 3.11 ou plus recent, en 64 bits : https://www.python.org/downloads/
  echo Cochez la case "Add python.exe to PATH" pendant l'installation, puis recommencez.
  pause
  exit /b 1
)
if not exist ".venv\Scripts\python.exe" (
  echo Preparation, une seule fois. Cela prend quelques minutes...
  %PYTHON% -m venv .venv || (echo La preparation n'a pas marche. & pause & exit /b 1)
)
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check -r requirements.txt || (
  echo L'installation n'a pas marche. Verifiez la connexion a Internet, puis recommencez.
  pause
  exit /b 1
)
start "" /b cmd /c "timeout /t 8 >nul & start http://localhost:8501"
.venv\Scripts\python app.py --port 8501
pause
