package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
)

func (c *cli) check() *cobra.Command {
	var stage, part, cases string
	cmd := &cobra.Command{Use: "check --stage S FILE", Short: "check any text; - reads standard input", Args: upTo(1), RunE: func(_ *cobra.Command, a []string) error {
		if cases != "" {
			return c.caseFile(cases, letter.CheckCases)
		}
		if len(a) != 1 {
			return fmt.Errorf("check takes one file, or - for standard input: %w", errUsage)
		}
		if known := append(letter.Stages(), "any", string(data.KindStayInTouch), string(data.KindWithdrawNote)); !slices.Contains(known, stage) {
			return fmt.Errorf("--stage %q; use any, %s: %w", stage, strings.Join(letter.Stages(), ", "), data.ErrInvalid)
		}
		text, err := c.read(a[0])
		if err != nil {
			return err
		}
		var found []data.Finding
		switch part {
		case "letter":
			found = letter.Check(string(text), letter.Context{Stage: stage})
		case "sentence":
			found = letter.CheckSentence(stage, string(text))
		default:
			return fmt.Errorf("--part is letter or sentence: %w", errUsage)
		}
		out := struct {
			Findings []data.Finding `json:"findings"`
		}{append([]data.Finding{}, found...)}
		return c.say(out, func() string {
			if len(found) == 0 {
				return assets.L("Nothing to mend.")
			}
			return findings(found)
		})
	}}
	cmd.Flags().StringVar(&stage, "stage", "any", "stage of the letter, or any")
	cmd.Flags().StringVar(&part, "part", "letter", "letter or sentence")
	cmd.Flags().StringVar(&cases, "case", "", "a file of cases")
	return cmd
}

// findings lines up what the checks say, with what to try instead.
func findings(found []data.Finding) string {
	var rows [][]string
	for _, f := range found {
		rows = append(rows, []string{f.Level, f.Say, f.Try, f.Rule})
	}
	return table(rows)
}
