//! Names of states: the same plan has the same hash wherever it is opened.

use super::encode::plan_text;
use crate::plan::{Plan, Table};
use std::{fmt, str::FromStr};

/// The name of a state of a plan: FNV-1a, 64 bits, of the plan's compact saved form. Not a protection against forgery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub u64);

impl Hash {
    /// The hash of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let start = 0xcbf2_9ce4_8422_2325_u64;
        Self(bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// A text that is not 16 lowercase hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 16 lowercase hexadecimal digits")]
pub struct NotAHash;

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let digits = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let value = if digits { u64::from_str_radix(text, 16).ok() } else { None };
        value.map(Self).ok_or(NotAHash)
    }
}

/// The name of the plan's present state.
#[must_use]
pub fn hash_of(plan: &Plan) -> Hash {
    Hash::of(plan_text(plan).as_bytes())
}

/// The name of all that a plan says, whichever versions of it were handed out.
#[must_use]
pub fn content_of(plan: &Plan) -> Hash {
    hash_of(&Plan { versions: Table::default(), ..plan.clone() })
}

impl super::PlanFile {
    /// The name of this state: of the plan together with the states that it contains, as a commit's is. Two plans with
    /// the same content and another past are two states.
    #[must_use]
    pub fn state(&self) -> Hash {
        let mut text = plan_text(&self.plan);
        for earlier in &self.lineage {
            text.push_str(&earlier.to_string());
        }
        Hash::of(text.as_bytes())
    }
}
