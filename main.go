// Afterword plans the right note at the right time after each interview, and
// stops by itself when the employer answers.
package main

import (
	"os"
	"runtime/debug"

	"afterword/app"
	"afterword/app/command"
	_ "afterword/app/locale" // before Fyne asks for the language
	"afterword/app/profile"
)

// version and commit are set by the linker.
var version, commit string

func main() {
	build := command.Build{Version: version, Commit: commit}
	if info, ok := debug.ReadBuildInfo(); ok && build.Version == "" {
		build.Version = info.Main.Version
	}
	open := func(p *profile.Profile, w command.Window) error {
		return app.Run(p, app.Options{Demo: w.Demo, Files: w.Files, Version: build.String()})
	}
	os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, build, open))
}
