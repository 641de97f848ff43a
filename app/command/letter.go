package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/followup"
	"afterword/app/letter"
	"afterword/app/profile"
	"afterword/data"
)

func (c *cli) set() *cobra.Command {
	return &cobra.Command{
		Use: "set [APP] NAME VALUE", Short: "a setting, or a value of one application",
		Long: "Settings: me.name, me.address, me.alias, me.days_off, letters.tone, and every number of the schedule such as checkin_due_days.\nOf an application: company, role, notes, country, policy, employer_tz, promised_by, holidays, closed (no_answer, other, no), archived (yes, no), pin:ITEM.",
		Args: func(cmd *cobra.Command, given []string) error {
			if len(given) != 2 && len(given) != 3 {
				return fmt.Errorf("set takes a name and a value, and before them perhaps an application: %w", errUsage)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, a []string) error {
			return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
				name := a[len(a)-2]
				out := struct {
					Set string `json:"set"`
				}{name}
				done := func() string { return "Set " + name + "." }
				if len(a) == 2 {
					if err := d.Set(ctx, name, a[1]); err != nil {
						return err
					}
					return c.say(out, done)
				}
				id, err := find(ctx, d, a[0])
				if err != nil {
					return err
				}
				if _, err := d.SetApplication(ctx, id, name, a[2]); err != nil {
					return err
				}
				return c.say(out, done)
			})
		},
	}
}

func (c *cli) letter() *cobra.Command {
	var tone string
	cmd := &cobra.Command{Use: "letter APP ITEM", Short: "the draft of an item", Args: args(2), RunE: func(_ *cobra.Command, a []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			id, err := find(ctx, d, a[0])
			if err != nil {
				return err
			}
			draft, err := d.Draft(ctx, id, data.ItemKey(a[1]), data.Tone(tone))
			var missing *letter.Missing
			if errors.As(err, &missing) {
				return fmt.Errorf("the letter still needs %s; set me.name with: afterword set me.name \"Your Name\"", strings.Join(missing.Values, ", "))
			}
			if err != nil {
				return err
			}
			l := draft.Letter
			out := struct {
				To        string         `json:"to"`
				Subject   string         `json:"subject"`
				Body      string         `json:"body"`
				InReplyTo *string        `json:"in_reply_to"`
				Findings  []data.Finding `json:"findings"`
			}{l.To, l.Subject, l.Body, orNull(l.InReplyTo), append([]data.Finding{}, draft.Findings...)}
			return c.say(out, func() string { return "To: " + l.To + "\nSubject: " + l.Subject + "\n\n" + l.Body })
		})
	}}
	cmd.Flags().StringVar(&tone, "tone", "", "warm, formal, brief or plain")
	return cmd
}

func (c *cli) check() *cobra.Command {
	var stage, part, cases string
	cmd := &cobra.Command{Use: "check --stage S FILE", Short: "check any text; - reads standard input", Args: upTo(1), RunE: func(_ *cobra.Command, a []string) error {
		if cases != "" {
			return c.caseFile(cases, letter.CheckCases)
		}
		if len(a) != 1 {
			return fmt.Errorf("check takes one file, or - for standard input: %w", errUsage)
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
			var rows [][]string
			for _, f := range found {
				rows = append(rows, []string{f.Level, f.Rule, f.Text, f.Say})
			}
			if len(rows) == 0 {
				return "Nothing to mend."
			}
			return table(rows)
		})
	}}
	cmd.Flags().StringVar(&stage, "stage", "any", "stage of the letter, or any")
	cmd.Flags().StringVar(&part, "part", "letter", "letter or sentence")
	cmd.Flags().StringVar(&cases, "case", "", "a file of cases")
	return cmd
}

func (c *cli) plan() *cobra.Command {
	return c.cases("plan", "plans of a file of cases", followup.PlanCases)
}

func (c *cli) promise() *cobra.Command {
	return c.cases("promise", "dates of a file of phrases", followup.PromiseCases)
}

func (c *cli) cases(use, short string, answer func([]byte) ([]byte, error)) *cobra.Command {
	var file string
	cmd := &cobra.Command{Use: use + " --case FILE", Short: short, Args: args(0), RunE: func(*cobra.Command, []string) error { return c.caseFile(file, answer) }}
	cmd.Flags().StringVar(&file, "case", "", "the file")
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
