package command

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/reply"
	"afterword/assets"
	"afterword/data"
)

func (c *cli) classify() *cobra.Command {
	var me []string
	cmd := &cobra.Command{Use: "classify FILE|DIR...", Short: "the class of each mail, one JSON object a line", Args: func(_ *cobra.Command, given []string) error {
		if len(given) == 0 {
			return fmt.Errorf("classify takes files or folders: %w", errUsage)
		}
		return nil
	}, RunE: func(_ *cobra.Command, a []string) error {
		assets.SetLanguage(c.flags.Lang, "en")
		for i := range me {
			me[i] = strings.ToLower(me[i])
		}
		var files []string
		for _, name := range a {
			found, err := mails(name)
			if err != nil {
				return err
			}
			files = append(files, found...)
		}
		out := bufio.NewWriter(c.out)
		for _, file := range files {
			if _, err := out.Write(append(judge(file, me), '\n')); err != nil {
				return err
			}
		}
		return out.Flush()
	}}
	cmd.Flags().StringArrayVar(&me, "me", nil, "an address of the user; may repeat")
	return cmd
}

// mails returns a file, or the .eml files under a folder in the order of their
// names.
func mails(name string) ([]string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{name}, nil
	}
	var files []string
	err = filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.EqualFold(filepath.Ext(path), ".eml") {
			files = append(files, path)
		}
		return err
	})
	return files, err
}

func judge(file string, me []string) []byte {
	raw, err := beginning(file, reply.MaxMail)
	if err != nil {
		return reply.Line(file, reply.Mail{}, reply.Verdict{Class: data.ClassUnreadable, Rule: "unreadable", Reason: "This file could not be read."})
	}
	m := reply.Parse(raw)
	return reply.Line(file, m, reply.Classify(m, me))
}

// beginning reads at most n bytes of a file.
func beginning(file string, n int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, n))
}
