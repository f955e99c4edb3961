//! Badges: 85 by 55 millimetres, ten on a sheet of A4, to be cut along the marks.

use super::{
    edition::Edition,
    naming,
    sheet::{Content, Face, Section, Shape, code_view},
    tongues::{Said, Tongues},
};
use crate::app::dom::{View, view};
use crate::{
    app::{
        ui::{badge::hue_class, emblem::Emblem},
        wording,
    },
    i18n::Words,
    papers::{Badge, Paper, badges},
    plan::Consent,
    print::qr,
    workspace::{Route, Screen},
};

/// The badges of everybody who is named, and blank ones for those who are expected besides.
pub fn content(edition: &Edition) -> Content {
    let paper = Paper::Badges;
    let name = edition.tongues.say(|words| naming::name(words, &edition.plan, paper));
    let all = badges(&edition.plan, true);
    let pairs = all.chunks(2).map(|pair| {
        let cards = pair.iter().map(|badge| card(edition, badge));
        view! { <div class="paper__cards">{cards.collect::<Vec<_>>()}</div> }
    });
    let flow = view! { <div class="paper__flow">{pairs.collect::<Vec<_>>()}</div> };
    let face = Face { shape: Shape::Cards, over: edition.meeting.clone(), title: name.clone(), facts: Vec::new() };
    Content { link: edition.view_of(paper), name, sections: vec![Section { face, flow }] }
}

fn card(edition: &Edition, badge: &Badge) -> View {
    let tongues = edition.tongues;
    let day = Route { audience: Some(badge.day), ..Route::to(Screen::Today) };
    let address = edition.address_of(&day);
    let code = qr(&address).map(|code| code_view(&code, tongues.first.sheet_code(&address)));
    let group = badge.group.as_ref().map(|group| {
        let class = ["card__group ", hue_class(group.hue)].concat();
        let name = tongues.say(|words| wording::group(words, group)).text();
        view! { <span class=class role="img" aria-label=name>{group.letter.trim().to_string()}</span> }
    });
    let region = tongues.text(&badge.region);
    let delegation = badge.delegation.as_ref().map(|known| tongues.say(|words| naming::text(words, &known.name)));
    let region = if region.is_empty() { delegation.unwrap_or_default() } else { region };
    let class = if badge.name.is_empty() { "card__name card__name--blank" } else { "card__name" };
    view! {
        <div class="card">
            <div class="card__top">
                <Emblem name="" />
                <p class="card__meeting" data-fit><span>{edition.meeting.inline()}</span></p>
                {group}
            </div>
            <p class=class data-fit><bdi>{badge.name.clone()}</bdi></p>
            <div class="card__foot">
                <div class="card__about" data-fit>
                    <p class="card__organisation"><bdi>{badge.organisation.clone()}</bdi></p>
                    <p>{region.inline()}</p>
                    {photos(tongues, badge.consent)}
                </div>
                {code}
            </div>
        </div>
    }
}

/// Whether the person may be photographed, as far as that is known: a camera, or one that is struck out.
fn photos(tongues: Tongues, consent: Consent) -> Option<View> {
    let (label, words, strike) = match consent {
        Consent::Unknown => return None,
        Consent::Given => (Some(tongues.word(Words::sheet_photos).text()), Said::default(), None),
        Consent::Refused => {
            let strike = view! { <path class="card__strike" d="M2 22 22 2" /> };
            (None, tongues.word(Words::people_no_photos), Some(strike))
        }
    };
    let role = label.is_some().then_some("img");
    let hidden = label.is_none().then_some("true");
    Some(view! {
        <p class="card__photos">
            <svg class="card__camera" viewBox="0 0 24 24" role=role aria-label=label aria-hidden=hidden>
                <path d="M3 8h4l2-3h6l2 3h4v11H3zM12 10a3.5 3.5 0 1 0 .01 0z" />
                {strike}
            </svg>
            {words.inline()}
        </p>
    })
}
