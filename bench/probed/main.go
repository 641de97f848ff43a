// Probed is Afterword's window with a watch over its UI goroutine.
//
// It talks to everything that Afterword talks to.
package main

import (
	"fmt"
	"os"

	"afterword/app"
	_ "afterword/app/locale" // before Fyne asks for the language
	"afterword/app/profile"
	"afterword/bench/probe"
)

func main() {
	p, err := profile.New(profile.Flags{})
	if err == nil {
		go probe.Watch()
		err = app.Run(p, app.Options{})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
