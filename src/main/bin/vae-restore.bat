@echo off
rem The command line of VAE Restore; see "vae-restore --help".
rem
rem Works where the folders bin, jars and plugins were unpacked: by themselves, over ImageJ, or over Fiji.
rem   JAVA_HOME          which Java (17 or newer) to run; otherwise the one of Fiji or ImageJ, or the one on the path
rem   VAE_RESTORE_XMX    heap of Java, such as 8g; by default half of the memory
rem   VAE_RESTORE_OPTS   more options for Java
setlocal
for %%d in ("%~dp0..") do set "home=%%~fd"

set "plugin="
for %%j in ("%home%\plugins\VAE_Restore-*.jar") do set "plugin=%%~fj"
if not defined plugin goto noplugin

set "ij="
for %%j in ("%home%\bin\lib\ij-*.jar") do set "ij=%%~fj"
if exist "%home%\ij.jar" set "ij=%home%\ij.jar"
for %%j in ("%home%\jars\ij-1.*.jar") do set "ij=%%~fj"
if not defined ij goto noij

set "cp=%plugin%;%ij%;%home%\jars\*"
if exist "%home%\jars\win64" set "cp=%cp%;%home%\jars\win64\*"

set "java=java"
if exist "%home%\jre\bin\java.exe" set "java=%home%\jre\bin\java.exe"
for /d %%p in ("%home%\java\*") do for /d %%v in ("%%~p\*") do if exist "%%~v\bin\java.exe" set "java=%%~v\bin\java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"

set "version=0"
set "said=%TEMP%\vae-restore-java-%RANDOM%.txt"
"%java%" -version 2> "%said%"
for /f "tokens=3" %%v in ('findstr /c:"version" "%said%"') do for /f "delims=. tokens=1" %%m in ("%%~v") do set "version=%%m"
del "%said%"
if %version% LSS 17 goto nojava

set "heap=-XX:MaxRAMPercentage=50"
if not defined VAE_RESTORE_XMX goto start
echo %VAE_RESTORE_XMX%| findstr /r /i /x "[0-9][0-9]*[kmgt] [0-9][0-9]*" > nul || goto badheap
set "heap=-Xmx%VAE_RESTORE_XMX%"

:start
rem Java's own warnings go to standard output by themselves, where scripts expect results alone.
set "quiet=-XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr"
rem Batches are short-lived: a small nursery keeps the resident memory small, too.
set "options=-Djava.awt.headless=true %quiet% -XX:+UseSerialGC -XX:MaxNewSize=96m %heap%"
if %version% GEQ 22 set "options=%options% --enable-native-access=ALL-UNNAMED"
if %version% GEQ 23 set "options=%options% --sun-misc-unsafe-memory-access=allow"

"%java%" %options% %VAE_RESTORE_OPTS% -cp "%cp%" org.vaerestore.cli.Main %*
exit /b %errorlevel%

:noplugin
echo vae-restore: there is no VAE_Restore-*.jar in "%home%\plugins"; unpack the whole zip again. 1>&2
exit /b 1

:noij
echo vae-restore: there is no ij.jar in or beside "%home%\jars"; unpack the zip over Fiji or ImageJ. 1>&2
exit /b 1

:nojava
echo vae-restore: Java 17 or newer is needed, and "%java%" is version %version%; install it or set JAVA_HOME. 1>&2
exit /b 1

:badheap
echo vae-restore: VAE_RESTORE_XMX is "%VAE_RESTORE_XMX%"; it must be a size such as 8g. 1>&2
exit /b 2
