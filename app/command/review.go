package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

type candidateJSON struct {
	Application data.ID `json:"application"`
	Company     string  `json:"company"`
	Role        string  `json:"role"`
}

type reviewJSON struct {
	ID         data.ID         `json:"id"`
	Question   string          `json:"question"`
	Candidates []candidateJSON `json:"candidates"`
	Message    messageJSON     `json:"message"`
}

func (c *cli) review() *cobra.Command {
	return &cobra.Command{
		Use: "review [ANSWER ID]", Short: "mails about which the program will not guess",
		Long: "ANSWER is yes:APP, no, always:APP or never.",
		Args: func(_ *cobra.Command, given []string) error {
			if len(given) != 0 && len(given) != 2 {
				return fmt.Errorf("review takes nothing, or an answer and an id: %w", errUsage)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, a []string) error {
			return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
				if len(a) == 2 {
					return c.answer(ctx, d, a[0], data.ID(a[1]))
				}
				return c.reviews(ctx, d)
			})
		},
	}
}

func (c *cli) reviews(ctx context.Context, d *desk.Desk) error {
	open, err := d.Reviews(ctx)
	if err != nil {
		return err
	}
	out := struct {
		Reviews []reviewJSON `json:"reviews"`
	}{[]reviewJSON{}}
	var rows [][]string
	for _, r := range open {
		m := r.Message
		line := reviewJSON{m.ID, r.Question, []candidateJSON{}, messageJSON{m.ID, m.Class, m.Reason, m.Subject, m.From, stamp(d, m.Arrived)}}
		for _, o := range r.Candidates {
			if of := (candidateJSON{o.Application, o.Company, o.Role}); !slices.Contains(line.Candidates, of) {
				line.Candidates = append(line.Candidates, of)
			}
		}
		out.Reviews = append(out.Reviews, line)
		rows = append(rows, []string{r.Question, m.From, m.Subject, m.Reason, string(m.ID)})
	}
	return c.say(out, func() string {
		if len(rows) == 0 {
			return assets.L("No mail to sort.")
		}
		return table(rows)
	})
}

func (c *cli) answer(ctx context.Context, d *desk.Desk, text string, id data.ID) error {
	word, app, _ := strings.Cut(text, ":")
	answer := data.Answer(word)
	var application data.ID
	switch answer {
	case data.AnswerNo, data.AnswerNever:
	case data.AnswerYes, data.AnswerAlways:
		if app != "" {
			found, err := find(ctx, d, app)
			if err != nil {
				return err
			}
			application = found
		}
	default:
		return fmt.Errorf("answer %q; use yes:APP, no, always:APP or never: %w", text, data.ErrInvalid)
	}
	if err := d.Answer(ctx, id, answer, application); err != nil {
		return advise(err, data.ErrNotFound, "afterword review lists the open questions")
	}
	return c.say(map[string]string{"review": string(id), "answer": word}, func() string { return assets.L("Sorted.") })
}
