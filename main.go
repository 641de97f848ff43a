package main

import (
	"fmt"
	"os"

	"afterword/app"
	"afterword/app/profile"
)

func main() {
	p, err := profile.New(profile.Flags{})
	if err == nil {
		demo := len(os.Args) > 1 && os.Args[1] == "--demo"
		err = app.Run(p, app.Options{Demo: demo})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
