package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

func (c *cli) letter() *cobra.Command {
	var tone string
	cmd := &cobra.Command{Use: "letter APP ITEM", Short: "the draft of an item", Args: args(2), RunE: func(_ *cobra.Command, a []string) error {
		if !slices.Contains([]data.Tone{"", data.ToneWarm, data.ToneFormal, data.ToneBrief, data.TonePlain}, data.Tone(tone)) {
			return fmt.Errorf("--tone %q; use warm, formal, brief or plain: %w", tone, data.ErrInvalid)
		}
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			id, err := find(ctx, d, a[0])
			if err != nil {
				return err
			}
			draft, err := d.Draft(ctx, id, data.ItemKey(a[1]), data.Tone(tone))
			if errors.Is(err, data.ErrNotFound) {
				return fmt.Errorf("there is no letter for %q: %s", a[1], instead(id, data.ItemKey(a[1])))
			}
			if err != nil {
				return needed(err, id)
			}
			l := draft.Letter
			out := letterJSON{l.To, l.Subject, l.Body, orNull(l.InReplyTo), append([]data.Finding{}, draft.Findings...)}
			return c.say(out, func() string { return letterText(draft) })
		})
	}}
	cmd.Flags().StringVar(&tone, "tone", "", "warm, formal, brief or plain")
	return cmd
}

type letterJSON struct {
	To        string         `json:"to"`
	Subject   string         `json:"subject"`
	Body      string         `json:"body"`
	InReplyTo *string        `json:"in_reply_to"`
	Findings  []data.Finding `json:"findings"`
}

func letterText(draft desk.Draft) string {
	l := draft.Letter
	text := assets.L("To: {{.To}}", assets.Args{"To": l.To}) + "\n" +
		assets.L("Subject: {{.Subject}}", assets.Args{"Subject": l.Subject}) + "\n\n" + strings.TrimRight(l.Body, "\n")
	if len(draft.Findings) > 0 {
		text += "\n\n" + findings(draft.Findings)
	}
	return text
}

// instead says what there is to do where an item has no letter.
func instead(app data.ID, item data.ItemKey) string {
	call := func(command, rest string) string { return "afterword " + command + " " + string(app) + " " + rest }
	switch item.Kind() {
	case data.KindOfferDecision:
		return "the decision is yours, and so is your answer. " + call("letter", "offer_ack") + " writes the thanks; when you have answered, " + call("sent", "offer_decision") + ", or to decline, " + strings.TrimSpace(call("withdraw", ""))
	case data.KindLogReply:
		return "it asks what they said: " + call("said", "CLASS")
	}
	return strings.TrimSpace(call("show", "")) + " lists the items that the plan has"
}

// needed says how to give the values that a letter cannot do without.
func needed(err error, app data.ID) error {
	var missing *letter.Missing
	if !errors.As(err, &missing) {
		return err
	}
	give := map[string]string{
		"me.name":  `afterword set me.name "Your Name"`,
		"role":     "afterword set " + string(app) + ` role "the role"`,
		"company":  "afterword set " + string(app) + ` company "the company"`,
		"person":   "afterword interview add " + string(app) + ` --start T --with "Name <address>"`,
		"date":     "afterword interview move ID --start T",
		"promised": "afterword set " + string(app) + " promised_by DATE",
		"deadline": "afterword said " + string(app) + " offer --date DATE",
	}
	var ways []string
	for _, value := range missing.Values {
		if way, ok := give[value]; ok {
			ways = append(ways, way)
		}
	}
	text := "the letter still needs " + strings.Join(missing.Values, ", ")
	if len(ways) > 0 {
		text += "; give it with: " + strings.Join(ways, "; ")
	}
	return errors.New(text)
}
