package command

import (
	"cmp"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"afterword/app/desk"
)

func (c *cli) version() *cobra.Command {
	return &cobra.Command{Use: "version", Short: "version, commit and the libraries that matter", Args: args(0), RunE: func(*cobra.Command, []string) error {
		out := struct {
			Version string `json:"version"`
			Commit  string `json:"commit"`
			Go      string `json:"go"`
			IMAP    string `json:"go_imap"`
			SQLite  string `json:"sqlite"`
		}{cmp.Or(c.build.Version, "unknown"), cmp.Or(c.build.Commit, "unknown"), runtime.Version(), module("github.com/emersion/go-imap/v2"), desk.SQLiteVersion()}
		return c.say(out, func() string {
			return "afterword " + out.Version + " (" + out.Commit + ")\n" + out.Go + ", go-imap " + out.IMAP + ", SQLite " + out.SQLite
		})
	}}
}

// module returns the version of a library that was built in.
func module(path string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == path {
			return m.Version
		}
	}
	return ""
}
