@echo off
rem The command line of VAE Restore; see "vae-restore --help".
rem
rem Works where the folders bin, jars and plugins were unpacked: by themselves, over ImageJ, or over Fiji.
rem   JAVA_HOME          which Java (17 or newer) to run; otherwise the one of Fiji or ImageJ, or the one on the path
rem   VAE_RESTORE_XMX    heap of Java, such as 8g; by default half of the memory
rem   VAE_RESTORE_OPTS   more options for Java
setlocal enabledelayedexpansion
for %%d in ("%~dp0..") do set "home=%%~fd"

set "plugin="
for %%j in ("%home%\plugins\VAE_Restore-*.jar") do set "plugin=%%~fj"
if not defined plugin (
	echo vae-restore: there is no VAE_Restore-*.jar in %home%\plugins; unpack the whole zip again. 1>&2
	exit /b 1
)

set "ij="
for %%j in ("%home%\bin\lib\ij-*.jar") do set "ij=%%~fj"
if exist "%home%\ij.jar" set "ij=%home%\ij.jar"
for %%j in ("%home%\jars\ij-1.*.jar") do set "ij=%%~fj"
if not defined ij (
	echo vae-restore: there is no ij.jar in or beside %home%\jars; unpack the zip over Fiji or ImageJ. 1>&2
	exit /b 1
)

set "classpath=%plugin%;%ij%;%home%\jars\*"
if exist "%home%\jars\win64" set "classpath=%classpath%;%home%\jars\win64\*"

set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for /d %%p in ("%home%\java\*") do for /d %%v in ("%%p\*") do if exist "%%v\bin\java.exe" set "java=%%v\bin\java.exe"
if not defined java if exist "%home%\jre\bin\java.exe" set "java=%home%\jre\bin\java.exe"
if not defined java set "java=java"

set "version=0"
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1" ^| findstr /c:"version"') do for /f "delims=. tokens=1" %%m in ("%%~v") do set "version=%%m"
if %version% LSS 17 (
	echo vae-restore: Java 17 or newer is needed, and %java% is version %version%; install it or set JAVA_HOME. 1>&2
	exit /b 1
)

set "options=-Djava.awt.headless=true -XX:MaxRAMPercentage=50"
if defined VAE_RESTORE_XMX set "options=-Djava.awt.headless=true -Xmx%VAE_RESTORE_XMX%"
if %version% GEQ 22 set "options=%options% --enable-native-access=ALL-UNNAMED"
if %version% GEQ 23 set "options=%options% --sun-misc-unsafe-memory-access=allow"

"%java%" %options% %VAE_RESTORE_OPTS% -cp "%classpath%" org.vaerestore.cli.Main %*
exit /b %errorlevel%
