package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/followup"
	"afterword/app/profile"
	"afterword/data"
)

func (c *cli) plan() *cobra.Command {
	var file, app string
	cmd := &cobra.Command{Use: "plan --case FILE | --explain APP", Short: "plans of a file of cases, or why each date of a plan", Args: args(0), RunE: func(*cobra.Command, []string) error {
		if app != "" {
			return c.explain(app)
		}
		return c.caseFile(file, followup.PlanCases)
	}}
	cmd.Flags().StringVar(&file, "case", "", "the file; - reads standard input")
	cmd.Flags().StringVar(&app, "explain", "", "the application")
	cmd.MarkFlagsOneRequired("case", "explain")
	cmd.MarkFlagsMutuallyExclusive("case", "explain")
	return cmd
}

type explanation struct {
	Item  data.ItemKey `json:"item"`
	Lines []string     `json:"lines"` // rule, what it was given, what came of it
}

// explain prints why each item of a plan has its date.
func (c *cli) explain(word string) error {
	return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
		id, err := find(ctx, d, word)
		if err != nil {
			return err
		}
		det, err := d.Detail(ctx, id)
		if err != nil {
			return err
		}
		out := struct {
			Items []explanation `json:"items"`
			None  []string      `json:"none"` // why there is no further note of a kind
		}{[]explanation{}, append([]string{}, det.Bars...)}
		var text []string
		for _, s := range det.Steps {
			out.Items = append(out.Items, explanation{s.Item.Key, append([]string{}, s.Lines...)})
			text = append(text, strings.Join(append([]string{s.Title}, s.Lines...), "\n  "))
		}
		text = append(text, det.Bars...)
		return c.say(out, func() string { return strings.Join(text, "\n\n") })
	})
}

func (c *cli) promise() *cobra.Command {
	var file string
	cmd := &cobra.Command{Use: "promise --case FILE", Short: "dates of a file of phrases", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.caseFile(file, followup.PromiseCases)
	}}
	cmd.Flags().StringVar(&file, "case", "", "the file; - reads standard input")
	_ = cmd.MarkFlagRequired("case")
	return cmd
}

func (c *cli) caseFile(file string, answer func([]byte) ([]byte, error)) error {
	in, err := c.read(file)
	if err != nil {
		return err
	}
	out, err := answer(in)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s\n", out)
	return err
}

func (c *cli) read(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(c.in)
	}
	return os.ReadFile(file)
}
