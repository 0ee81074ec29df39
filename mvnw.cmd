@echo off
rem Runs Maven: the one that is installed, or, where there is none, a copy fetched once from the Maven repository whose
rem address is in MVNW_REPOURL (your company's mirror, or the public one).
setlocal
set VERSION=3.9.11

where mvn >nul 2>nul
if %ERRORLEVEL% equ 0 (
  mvn %*
  exit /b %ERRORLEVEL%
)

set MAVEN=%USERPROFILE%\.m2\wrapper\apache-maven-%VERSION%
if not exist "%MAVEN%\bin\mvn.cmd" (
  if "%MVNW_REPOURL%"=="" (
    echo Maven is not installed. Install it, or set MVNW_REPOURL to the address of a Maven repository, 1>&2
    echo and this script fetches Maven %VERSION%. 1>&2
    exit /b 1
  )
  mkdir "%MAVEN%"
  curl -fsSL -o "%MAVEN%.tar.gz" "%MVNW_REPOURL%/org/apache/maven/apache-maven/%VERSION%/apache-maven-%VERSION%-bin.tar.gz" || exit /b 1
  tar -xzf "%MAVEN%.tar.gz" -C "%MAVEN%" --strip-components=1 || exit /b 1
  del "%MAVEN%.tar.gz"
)
"%MAVEN%\bin\mvn.cmd" %*
