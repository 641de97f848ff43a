package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

type nextJSON struct {
	Item  data.ItemKey `json:"item"`
	State data.State   `json:"state"`
	Due   *string      `json:"due"`
	Why   string       `json:"why"`
}

type spanJSON struct {
	ID    data.ID `json:"id"`
	Start *string `json:"start"`
	End   *string `json:"end"`
}

type rowJSON struct {
	ID         data.ID    `json:"id"`
	Company    string     `json:"company"`
	Role       string     `json:"role"`
	Badge      data.Badge `json:"badge"`
	Next       *nextJSON  `json:"next"`
	Interviews []spanJSON `json:"interviews"`
	Updated    *string    `json:"updated"`
}

func (c *cli) list() *cobra.Command {
	var badges []string
	var f desk.Filter
	cmd := &cobra.Command{Use: "list", Short: "applications by urgency", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			for _, name := range badges {
				b, err := badge(name)
				if err != nil {
					return err
				}
				f.Badges = append(f.Badges, b)
			}
			f.All = f.All || slices.Contains(f.Badges, data.BadgeClosed)
			rows, err := d.List(ctx, f)
			if err != nil {
				return err
			}
			out := struct {
				Applications []rowJSON `json:"applications"`
			}{[]rowJSON{}}
			lines := [][]string{}
			for _, r := range rows {
				out.Applications = append(out.Applications, listed(d, r))
				lines = append(lines, []string{r.Company, r.Role, words.Badge(r.Badge), r.When, r.Line, string(r.ID)})
			}
			return c.say(out, func() string {
				if len(lines) == 0 {
					return assets.L("No interviews here.")
				}
				return table(lines)
			})
		})
	}}
	cmd.Flags().StringArrayVar(&badges, "badge", nil, "only applications with this badge")
	cmd.Flags().StringVar(&f.Search, "search", "", "words of company, role or people")
	cmd.Flags().BoolVar(&f.All, "all", false, "closed and archived ones too")
	return cmd
}

// badge returns the badge of a name, in any case of letters.
func badge(name string) (data.Badge, error) {
	all := []data.Badge{
		data.BadgeInterview, data.BadgeThankYou, data.BadgeWaiting, data.BadgeCheckIn, data.BadgeStay,
		data.BadgeReplied, data.BadgeOffer, data.BadgeClosed, data.BadgeNothing,
	}
	for _, b := range all {
		if strings.EqualFold(string(b), name) {
			return b, nil
		}
	}
	return "", fmt.Errorf("no badge %q; the badges are %q: %w", name, all, data.ErrInvalid)
}

func listed(d *desk.Desk, r desk.Row) rowJSON {
	row := rowJSON{ID: r.ID, Company: r.Company, Role: r.Role, Badge: r.Badge, Interviews: []spanJSON{}, Updated: stamp(d, r.Updated)}
	if r.Next != nil {
		row.Next = &nextJSON{r.Next.Item.Key, r.Next.Item.State, stamp(d, r.Next.Item.Due), r.Next.Why}
	}
	for _, iv := range r.Interviews {
		row.Interviews = append(row.Interviews, spanJSON{iv.ID, stamp(d, iv.Start), stamp(d, iv.End)})
	}
	return row
}

type todayItem struct {
	Application data.ID      `json:"application"`
	Item        data.ItemKey `json:"item"`
	State       data.State   `json:"state"`
	Due         *string      `json:"due"`
	Why         string       `json:"why"`
}

func (c *cli) today() *cobra.Command {
	return &cobra.Command{Use: "today", Short: "what to do now", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			t, err := d.Today(ctx)
			if err != nil {
				return err
			}
			item := func(card desk.Card) todayItem {
				return todayItem{card.Application, card.Item.Key, card.Item.State, stamp(d, card.Item.Due), card.Why}
			}
			out := struct {
				Items   []todayItem `json:"items"`
				Reviews int         `json:"reviews"`
				Next    *todayItem  `json:"next"`
			}{Items: []todayItem{}, Reviews: t.Reviews}
			for _, card := range t.Cards {
				out.Items = append(out.Items, item(card))
			}
			if t.Next != nil {
				next := item(*t.Next)
				out.Next = &next
			}
			return c.say(out, func() string { return todayText(t) })
		})
	}}
}

func todayText(t desk.Today) string {
	text := t.Date + "\n" + t.Title
	if t.Line != "" {
		text += "\n" + t.Line
	}
	var lines [][]string
	for _, card := range t.Cards {
		lines = append(lines, []string{"  " + card.Title, card.Subtitle, string(card.Item.Key)})
	}
	if len(lines) > 0 {
		text += "\n\n" + table(lines)
	}
	lines = nil
	for _, coming := range t.Coming {
		lines = append(lines, []string{"  " + coming.Date, coming.Text, coming.Company})
	}
	if len(lines) > 0 {
		text += "\n\n" + assets.L("Coming up") + "\n" + table(lines)
	}
	return text
}
