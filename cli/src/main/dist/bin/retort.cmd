@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts Retort ${project.version}. JAVA_HOME, RETORT_JAVA_OPTS and RETORT_CLASSPATH (with semicolons) as in the script for other systems.
setlocal
set "RETORT_HOME=%~dp0.."
set "RETORT_JAVA=java"
if defined JAVA_HOME set "RETORT_JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%RETORT_JAVA%" (
    echo retort: JAVA_HOME is "%JAVA_HOME%", but there is no program bin\java.exe in it. Set it to a Java 17 or later. 1>&2
    exit /b 2
)
if not defined JAVA_HOME (
    where java >nul 2>nul || (
        echo retort: no java on the PATH and JAVA_HOME is not set. Install Java 17 or later. 1>&2
        exit /b 2
    )
)
set "RETORT_CACHE=%LOCALAPPDATA%\retort"
if not exist "%RETORT_CACHE%" mkdir "%RETORT_CACHE%" 2>nul
rem Java 19 and later keep the archive of loaded classes by themselves; Java 17 ignores the option.
"%RETORT_JAVA%" -XX:+IgnoreUnrecognizedVMOptions -Xshare:auto -Xlog:disable -XX:+AutoCreateSharedArchive ^
    "-XX:SharedArchiveFile=%RETORT_CACHE%\retort-${project.version}.jsa" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ^
    "-Dorg.sqlite.lib.path=%RETORT_HOME%\lib\org\sqlite\native\Windows\x86_64" %RETORT_JAVA_OPTS% ^
    -cp "%RETORT_HOME%\lib\retort-cli-${project.version}.jar;%RETORT_CLASSPATH%" dev.retort.cli.Main %*
exit /b %ERRORLEVEL%
